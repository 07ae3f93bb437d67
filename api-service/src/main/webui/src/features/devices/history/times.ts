import type { Span } from '../../../lib/chart';

/** What the API is asked for. */
export function timesOf(span: Span): { from: string; to?: string } {
  return 'seconds' in span ? { from: `-${span.seconds}s` } : { from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() };
}
