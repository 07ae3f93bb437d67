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

/**
 * Columns for uPlot: times in s, then values; with `bounds` the least and the greatest reading of each window follow the
 * values of a line. null where the line must break, undefined where only another line has a point.
 */
export type Columns = [number[], ...(number | null | undefined)[][]];

/**
 * Points as columns. The line breaks where a status says that there was no value, and where points are missing: more
 * than five times the usual distance. A gap must not look like a measurement.
 */
export function columns(points: Point[], bounds = false): Columns {
  const times: number[] = [];
  const parts: (number | null)[][] = bounds ? [[], [], []] : [[]];
  const add = (time: number, ...values: (number | null | undefined)[]) => {
    times.push(time);
    parts.forEach((part, i) => part.push(values[i] ?? null));
  };
  const gap = 5 * usualDistance(points);
  for (const point of points) {
    const time = Date.parse(point.timestamp ?? '') / 1000;
    const last = times[times.length - 1];
    if (last !== undefined && gap > 0 && time - last > gap) {
      add((last + time) / 2);
    }
    add(time, point.value, point.min ?? point.value, point.max ?? point.value);
  }
  return [times, ...parts];
}

/** The columns of several lines on the times of all. */
export function joined(lines: Columns[]): Columns {
  if (lines.length === 1) {
    return lines[0]!;
  }
  const times = [...new Set(lines.flatMap((line) => line[0]))].sort((a, b) => a - b);
  const at = new Map(times.map((time, i) => [time, i]));
  const parts = lines.flatMap(([own, ...values]) => values.map((column) => {
    const wide = Array.from<number | null | undefined>({ length: times.length });
    own.forEach((time, i) => {
      wide[at.get(time)!] = column[i];
    });
    return wide;
  }));
  return [times, ...parts];
}

/** What lay lowest and highest: of averages the readings in their windows, not the averages. */
export function bounds(points: Point[]): { least: number; most: number } | undefined {
  let least = Infinity;
  let most = -Infinity;
  for (const { value, min = value, max = value } of points) {
    if (min !== undefined && min !== null && max !== undefined && max !== null) {
      least = Math.min(least, min);
      most = Math.max(most, max);
    }
  }
  return least <= most ? { least, most } : undefined;
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
