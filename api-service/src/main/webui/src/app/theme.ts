import { Badge, createTheme, Table, Tabs, type CSSVariablesResolver } from '@mantine/core';

const COLORS = ['red', 'pink', 'grape', 'violet', 'indigo', 'blue', 'cyan', 'teal', 'green', 'lime', 'yellow', 'orange'];

/** Dense and calm; badges say what they say in ordinary letters. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 9,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  components: {
    Badge: Badge.extend({ defaultProps: { tt: 'none', fw: 600, variant: 'light' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 5 } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
  },
});

/**
 * Mantine's own greys and light colours stay below a contrast of 4.5 : 1 on white. Here coloured texts are darkened in
 * the light scheme and lightened in the dark one.
 */
export const readable: CSSVariablesResolver = () => {
  const light: Record<string, string> = {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-gray-light-color': 'var(--mantine-color-gray-8)',
    '--mantine-color-gray-outline': 'var(--mantine-color-gray-7)',
  };
  const dark: Record<string, string> = {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-gray-light-color': 'var(--mantine-color-gray-4)',
    '--mantine-color-gray-outline': 'var(--mantine-color-gray-5)',
  };
  for (const color of COLORS) {
    for (const use of ['text', 'light-color', 'outline']) {
      light[`--mantine-color-${color}-${use}`] = `color-mix(in srgb, var(--mantine-color-${color}-9) 70%, black)`;
      dark[`--mantine-color-${color}-${use}`] = `var(--mantine-color-${color}-3)`;
    }
  }
  return { variables: {}, light, dark };
};
