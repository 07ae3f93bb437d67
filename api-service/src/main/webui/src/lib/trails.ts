import type { Reading } from '../api/types';

/** A point of a trail; null where the device said that there was no value. */
export interface TrailPoint {
  at: number;
  value: number | null;
}

/** The last numbers of every parameter as they arrived, for sparklines; bounded. */
export class Trails {
  private readonly points = new Map<string, TrailPoint[]>();

  constructor(private readonly length = 120) {}

  add(reading: Reading, now: number) {
    for (const [key, value] of Object.entries(reading.values)) {
      const number = typeof value.value === 'number' && !value.status ? value.value
        : typeof value.value === 'boolean' ? Number(value.value) : null;
      const trail = this.points.get(key) ?? [];
      trail.push({ at: now, value: number });
      if (trail.length > this.length) {
        trail.shift();
      }
      this.points.set(key, trail);
    }
  }

  of(key: string): readonly TrailPoint[] {
    return this.points.get(key) ?? [];
  }

  clear() {
    this.points.clear();
  }
}

/** Lines of an SVG of the given size; a gap where a value is missing. Empty without two numbers. */
export function sparkline(points: readonly TrailPoint[], width: number, height: number): string {
  const numbers = points.flatMap((each) => (each.value === null ? [] : [each.value]));
  if (numbers.length < 2) {
    return '';
  }
  const least = Math.min(...numbers);
  const span = Math.max(...numbers) - least || 1;
  const from = points[0]!.at;
  const time = points[points.length - 1]!.at - from || 1;
  let pen = 'M';
  return points.map((each) => {
    if (each.value === null) {
      pen = 'M';
      return '';
    }
    const text = `${pen}${((each.at - from) / time * width).toFixed(1)} ${(height - (each.value - least) / span * height).toFixed(1)}`;
    pen = 'L';
    return text;
  }).join('');
}
