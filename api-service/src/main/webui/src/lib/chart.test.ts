import { describe, expect, it } from 'vitest';
import { bounds, columns, everyFor, joined, moved, spanOf } from './chart';

const at = (second: number, value?: number) => ({ timestamp: new Date(second * 1000).toISOString(), value });

describe('columns', () => {
  it('breaks the line where readings are missing', () => {
    expect(columns([at(1, 1), at(2, 2), at(3, 3), at(63, 4)])).toEqual([[1, 2, 3, 33, 63], [1, 2, 3, null, 4]]);
  });

  it('breaks the line where a status stands instead of a value', () => {
    expect(columns([at(1, 1), at(2), at(3, 3)])).toEqual([[1, 2, 3], [1, null, 3]]);
  });

  it('keeps few points as they are', () => {
    expect(columns([])).toEqual([[], []]);
    expect(columns([at(1, 1), at(100, 2)])).toEqual([[1, 100], [1, 2]]);
  });
});

describe('windows', () => {
  const POINTS = [{ ...at(0, 5), min: 1, max: 9 }, at(60, 6), { ...at(120, 4), min: -2, max: 5 }];

  it('have the least and the greatest reading beside their average', () => {
    expect(columns(POINTS, true)).toEqual([[0, 60, 120], [5, 6, 4], [1, 6, -2], [9, 6, 5]]);
  });

  it('tell the true minimum and maximum, not those of the averages', () => {
    expect(bounds(POINTS)).toEqual({ least: -2, most: 9 });
    expect(bounds([at(1), at(2)])).toBeUndefined();
  });

  it('of several devices lie on the times of all', () => {
    expect(joined([columns([at(1, 1), at(3, 3)]), columns([at(2, 20), at(3)])]))
      .toEqual([[1, 2, 3], [1, undefined, 3], [undefined, 20, null]]);
  });
});

describe('spans of time', () => {
  const NOW = Date.parse('2026-01-01T12:00:00Z');

  it('asks for averages that fit the screen, and for readings in a short span', () => {
    expect(everyFor(900)).toBeUndefined();
    expect(everyFor(3600)).toBe('5s');
    expect(everyFor(86_400)).toBe('2m');
    expect(everyFor(604_800)).toBe('15m');
  });

  it('moves and zooms, never into the future', () => {
    expect(moved({ seconds: 3600 }, NOW, { by: -0.5 })).toEqual({ from: NOW - 5_400_000, to: NOW - 1_800_000 });
    expect(moved({ seconds: 3600 }, NOW, { by: 1 })).toEqual({ from: NOW - 3_600_000, to: NOW });
    expect(moved({ from: NOW - 4_000_000, to: NOW - 2_000_000 }, NOW, { zoom: 2 })).toEqual({ from: NOW - 5_000_000, to: NOW - 1_000_000 });
  });

  it('reads the address', () => {
    expect(spanOf(new URLSearchParams('range=6h'))).toEqual({ seconds: 21_600 });
    expect(spanOf(new URLSearchParams('from=2026-01-01T11:00:00Z&to=2026-01-01T12:00:00Z'))).toEqual({ from: NOW - 3_600_000, to: NOW });
    expect(spanOf(new URLSearchParams('from=x&to=y'))).toEqual({ seconds: 900 });
  });
});
