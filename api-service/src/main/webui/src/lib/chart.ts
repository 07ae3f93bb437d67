import type { Point } from '../api/types';

export interface Range {
  key: string;
  /** Length, s. */
  seconds: number;
}

export const RANGES: Range[] = [
  { key: '15m', seconds: 900 }, { key: '1h', seconds: 3600 }, { key: '6h', seconds: 21_600 }, { key: '24h', seconds: 86_400 },
  { key: '7d', seconds: 604_800 }, { key: '30d', seconds: 2_592_000 },
];

const STEPS: [string, number][] = [
  ['5s', 5], ['10s', 10], ['30s', 30], ['1m', 60], ['2m', 120], ['5m', 300], ['15m', 900], ['30m', 1800], ['1h', 3600], ['3h', 10_800], ['6h', 21_600], ['1d', 86_400],
];
const MOST_POINTS = 720;
const RAW_UP_TO = 900;

/** Window of averages to ask for in a span of seconds; none = the readings as they are. */
export function everyFor(seconds: number): string | undefined {
  if (seconds <= RAW_UP_TO) {
    return undefined;
  }
  return (STEPS.find(([, step]) => seconds / step <= MOST_POINTS) ?? STEPS[STEPS.length - 1]!)[0];
}

/** Part of the time that is looked at: the last seconds, or from one moment to another, ms. */
export type Span = { seconds: number } | { from: number; to: number };

export function lengthOf(span: Span): number {
  return 'seconds' in span ? span.seconds : Math.max(1, (span.to - span.from) / 1000);
}

/** The span moved by a part of its length, or made longer (`zoom` 2) or shorter (0.5) around its middle; never beyond now. */
export function moved(span: Span, now: number, { by = 0, zoom = 1 }: { by?: number; zoom?: number }): Span {
  const from = 'seconds' in span ? now - span.seconds * 1000 : span.from;
  const to = 'seconds' in span ? now : span.to;
  const length = (to - from) * zoom;
  const middle = (from + to) / 2 + by * (to - from);
  const end = Math.min(now, Math.round(middle + length / 2));
  return { from: Math.round(end - length), to: end };
}

/** The span that an address names: `range=6h`, or `from` and `to` as ISO times; else the one that is usual. */
export function spanOf(params: URLSearchParams, usual = '15m'): Span {
  const from = Date.parse(params.get('from') ?? '');
  const to = Date.parse(params.get('to') ?? '');
  if (!Number.isNaN(from) && !Number.isNaN(to) && from < to) {
    return { from, to };
  }
  return { seconds: (RANGES.find((each) => each.key === params.get('range')) ?? RANGES.find((each) => each.key === usual) ?? RANGES[0]!).seconds };
}

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
    const time = Date.parse(point.timestamp ?? '') / 1000;
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
    distances.push((Date.parse(points[i]!.timestamp ?? '') - Date.parse(points[i - 1]!.timestamp ?? '')) / 1000);
  }
  if (distances.length < 2) {
    return 0;
  }
  distances.sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)]!;
}
