/** Invalid readings of all that a port gave, `3 of 1200 (0.25 %)`; without readings nothing is known. */
export function qualityText({ readings = 0, invalid = 0 }: { readings?: number; invalid?: number }): string {
  const all = readings + invalid;
  return all === 0 ? '–' : invalid === 0 ? `0 / ${all}` : `${invalid} / ${all} (${((100 * invalid) / all).toPrecision(2)} %)`;
}
