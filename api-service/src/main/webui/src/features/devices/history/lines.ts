const COLORS = ['teal', 'orange', 'violet', 'blue', 'red'];

/** Lines are told apart by more than their colour. */
export const DASHES: (number[] | undefined)[] = [undefined, [8, 4], [3, 3], [12, 3, 3, 3], [6, 2, 2, 2]];

/** CSS variable with the colour of a line, of which the background of the scheme leaves enough contrast. */
export function lineColor(index: number, scheme: 'light' | 'dark'): string {
  return `--mantine-color-${COLORS[index % COLORS.length]}-${scheme === 'dark' ? 4 : 8}`;
}
