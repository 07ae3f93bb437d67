import { describe, expect, it } from 'vitest';
import { lagOf, lagText, perSecond, ratesOf, rateText } from './flow';

const at = (second: number, bridge: number, ingestion: number, oldest_ms = 0) => ({
  timestamp: `2026-01-01T00:00:${String(second).padStart(2, '0')}Z`,
  services: [
    { service: 'mqtt-bridge', instance: 'a', received: bridge }, { service: 'influx-ingestion', instance: 'b', received: ingestion, oldest_ms },
  ],
});

describe('the flow of messages', () => {
  it('is known from the second answer on', () => {
    const first = at(0, 100, 90);
    expect(perSecond(first, ratesOf(undefined, first))).toBeUndefined();
    const second = at(5, 150, 140);
    expect(perSecond(second, ratesOf(first, second))).toBe(10);
  });

  it('is not known of a service that was started anew, or does not answer', () => {
    const before = at(0, 100, 90);
    const anew = at(5, 3, 100);
    expect(perSecond(anew, ratesOf(before, anew))).toBeUndefined();
    const away = { timestamp: '2026-01-01T00:00:05Z', services: [{ service: 'mqtt-bridge', instance: 'a', detail: 'it does not answer' }] };
    expect(perSecond(away, ratesOf(before, away))).toBeUndefined();
    expect(lagOf(away)).toBeUndefined();
  });

  it('lags as long as the oldest message waits', () => {
    expect(lagOf(at(0, 1, 1, 42))).toBe(42);
    expect([lagText(42), lagText(1340), lagText(240_000)]).toEqual(['42 ms', '1.3 s', '4 min']);
    expect([rateText(0.44), rateText(1300.4)]).toEqual(['0.4', '1300']);
  });
});
