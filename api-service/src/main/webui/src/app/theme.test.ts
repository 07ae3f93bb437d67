import { DEFAULT_THEME } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { readable, theme } from './theme';

type Rgb = [number, number, number];
const hex = (text: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16)) as Rgb;
const mix = (a: Rgb, b: Rgb, share: number): Rgb => a.map((each, i) => each * share + b[i]! * (1 - share)) as Rgb;

/** Relative luminance and contrast of WCAG 2.1. */
function contrast(a: Rgb, b: Rgb): number {
  const light = (color: Rgb) => {
    const [r, g, bl] = color.map((each) => (each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4)) as Rgb;
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** A colour of the resolver: `var(--mantine-color-red-9)`, or a share of it mixed with black. */
function resolved(text: string): Rgb {
  const [, name, shade] = /--mantine-color-(\w+)-(\d)/.exec(text)!;
  const share = /\) (\d+)%, black/.exec(text);
  const color = hex(DEFAULT_THEME.colors[name!]![Number(shade)]!);
  return share ? mix(color, [0, 0, 0], Number(share[1]) / 100) : color;
}

describe('contrast', () => {
  const all = readable(DEFAULT_THEME);
  const light = all.light as Record<string, string>;
  const dark = all.dark as Record<string, string>;
  const names = Object.keys(light).filter((each) => /-(text|light-color|outline)$/.test(each));

  it('of coloured texts is 4.5 : 1 on white and on the light colour behind badges', () => {
    for (const name of names) {
      const text = resolved(light[name]!);
      const color = /--mantine-color-(\w+)-(?:text|light-color|outline)/.exec(name)![1]!;
      expect(contrast(text, [255, 255, 255]), name).toBeGreaterThanOrEqual(4.5);
      expect(contrast(text, hex(DEFAULT_THEME.colors[color]![1]!)), `${name} on its light colour`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('of coloured texts is 4.5 : 1 on the dark ground', () => {
    for (const name of names) {
      expect(contrast(resolved(dark[name]!), hex(DEFAULT_THEME.colors.dark[6])), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('of dimmed texts and placeholders is 4.5 : 1', () => {
    for (const name of ['--mantine-color-dimmed', '--mantine-color-placeholder', '--mantine-color-error']) {
      expect(contrast(resolved(light[name]!), [255, 255, 255]), name).toBeGreaterThanOrEqual(4.5);
      expect(contrast(resolved(dark[name]!), hex(DEFAULT_THEME.colors.dark[6])), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('of white texts on filled buttons and badges is 4.5 : 1 in both schemes', () => {
    const shade = theme.primaryShade as 9;
    for (const color of ['teal', 'red', 'blue', 'grape'] as const) {
      expect(contrast([255, 255, 255], hex(DEFAULT_THEME.colors[color][shade])), color).toBeGreaterThanOrEqual(4.5);
    }
  });
});
