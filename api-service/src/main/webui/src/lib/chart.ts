import type { Point } from '../api/types';

export interface Range {
  key: string;
  /** Length, s. */
  seconds: number;
  /** Window of averages that the API is asked for; none = the readings as they are. */
  every?: string;
}

export const RANGES: Range[] = [
  { key: '15m', seconds: 900 },
  { key: '1h', seconds: 3600, every: '5s' },
  { key: '6h', seconds: 21_600, every: '30s' },
  { key: '24h', seconds: 86_400, every: '2m' },
  { key: '7d', seconds: 604_800, every: '15m' },
];

/** Columns for uPlot: times in s, values; null where the line must break. */
export type Columns = [number[], (number | null)[]];

/**
 * Points as columns. The line breaks where a status says that there was no value, and where points are missing: more
 * than five times the usual distance. A gap must not look like a measurement.
 */
export function columns(points: Point[]): Columns {
  const times: number[] = [];
  const values: (number | null)[] = [];
  const gap = 5 * usualDistance(points);
  for (const point of points) {
    const time = Date.parse(point.timestamp) / 1000;
    const last = times[times.length - 1];
    if (last !== undefined && gap > 0 && time - last > gap) {
      times.push((last + time) / 2);
      values.push(null);
    }
    times.push(time);
    values.push(point.value ?? null);
  }
  return [times, values];
}

/** Median distance of consecutive points, s; 0 for fewer than three. */
function usualDistance(points: Point[]): number {
  const distances: number[] = [];
  for (let i = 1; i < points.length; i++) {
    distances.push((Date.parse(points[i]!.timestamp) - Date.parse(points[i - 1]!.timestamp)) / 1000);
  }
  if (distances.length < 2) {
    return 0;
  }
  distances.sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)]!;
}
