import { leavesOf } from '../../lib/twin';

const MOST = 40;

/** What a device reported of its configuration, as names and texts; no more than fit on a page. */
export function reportedLines(reported: unknown): [string, string][] {
  return [...leavesOf(reported)].filter(([, value]) => value !== null && value !== undefined).slice(0, MOST)
    .map(([pointer, value]) => [pointer.slice(1).replaceAll('/', ' › ').replaceAll('~1', '/').replaceAll('~0', '~'), typeof value === 'string' ? value : JSON.stringify(value)]);
}
