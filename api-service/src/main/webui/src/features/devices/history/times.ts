import type { Span } from '../../../lib/chart';

/** What the API is asked for. */
export function timesOf(span: Span): { from: string; to?: string } {
  return 'seconds' in span ? { from: `-${span.seconds}s` } : { from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() };
}

/** Where Grafana shows a dashboard over a span. */
export function grafanaUrl(base: string, uid: string, device: string, span: Span): string {
  const [from, to] = 'seconds' in span ? [`now-${span.seconds}s`, 'now'] : [String(span.from), String(span.to)];
  return `${base.replace(/\/+$/, '')}/d/${encodeURIComponent(uid)}?var-device=${encodeURIComponent(device)}&from=${from}&to=${to}`;
}
