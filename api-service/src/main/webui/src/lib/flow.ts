import type { MessageFlow, Pipeline } from '../api/types';

const STORE = 'influx-ingestion';
const LIVE = 'mqtt-bridge';

/** Messages per second of each instance between two answers, by `service instance`; one that was started anew in between has none. */
export function ratesOf(before: Pipeline | undefined, now: Pipeline): Map<string, number> {
  const seconds = (Date.parse(now.timestamp ?? '') - Date.parse(before?.timestamp ?? '')) / 1000;
  const rates = new Map<string, number>();
  if (!before || !(seconds > 0)) {
    return rates;
  }
  const known = new Map((before.services ?? []).map((each) => [keyOf(each), each.received]));
  for (const each of now.services ?? []) {
    const earlier = known.get(keyOf(each));
    if (earlier !== undefined && each.received !== undefined && each.received >= earlier) {
      rates.set(keyOf(each), (each.received - earlier) / seconds);
    }
  }
  return rates;
}

export const keyOf = (flow: MessageFlow) => `${flow.service} ${flow.instance}`;

/** Messages per second that the bridges take in, or without a bridge the ingestion; unknown until one of them has told it twice. */
export function perSecond(now: Pipeline, rates: Map<string, number>): number | undefined {
  const services = now.services ?? [];
  const counted = services.some((each) => each.service === LIVE) ? LIVE : STORE;
  const known = services.filter((each) => each.service === counted).map((each) => rates.get(keyOf(each)));
  return known.length === 0 || known.some((each) => each === undefined) ? undefined : known.reduce<number>((sum, each) => sum + each!, 0);
}

/** How far storing lags behind, ms: the longest wait at any ingestion; unknown when one of them does not answer. */
export function lagOf(now: Pipeline): number | undefined {
  const stores = (now.services ?? []).filter((each) => each.service === STORE);
  return stores.length === 0 || stores.some((each) => each.oldest_ms === undefined) ? undefined : Math.max(...stores.map((each) => each.oldest_ms!));
}

/** `0.4`, `12`, `1300`: with one digit more where it is small. */
export function rateText(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
}

/** `40 ms`, `1.3 s`, `4 min`. */
export function lagText(ms: number): string {
  if (ms < 1000) {
    return `${Math.round(ms)} ms`;
  }
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 60_000)} min`;
}
