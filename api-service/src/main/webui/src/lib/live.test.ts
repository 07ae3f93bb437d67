import { describe, expect, it } from 'vitest';
import type { Latest } from '../api/types';
import { fromLatest, fromReading, isLive, repeatedNames } from './live';

const SERVER = Date.parse('2026-01-01T12:00:00Z');
const NOW = SERVER + 7_200_000; // a browser whose clock is two hours ahead

const latest = (changes: Partial<Latest> = {}): Latest => ({
  device_id: 'd',
  timestamp: '2025-12-31T23:59:50Z', // a device whose clock is wrong
  received_at: '2026-01-01T11:59:58Z',
  stale: false,
  connection_state: 'connected',
  values: {
    t: { name: 'Temperature', value: 21.5, timestamp: '2025-12-31T23:59:50Z' },
    p: { name: 'Pressure', value: 3, timestamp: '2025-12-31T23:58:20Z' },
  },
  ...changes,
});

describe('live values', () => {
  it('ages by the clock of the server, and against the newest value of the device', () => {
    const values = fromLatest({}, latest(), SERVER, NOW);
    expect(NOW - values.t!.seenAt).toBe(2000);
    expect(NOW - values.p!.seenAt).toBe(92_000);
    expect(isLive(values.t!, NOW, true, false)).toBe(true);
    expect(isLive(values.p!, NOW, true, false)).toBe(false);
  });

  it('are never live when the API calls them stale or does not know when they came', () => {
    expect(isLive(fromLatest({}, latest({ stale: true }), SERVER, NOW).t!, NOW, true, false)).toBe(false);
    expect(isLive(fromLatest({}, latest({ received_at: undefined }), SERVER, NOW).t!, NOW, true, false)).toBe(false);
  });

  it('are not live without a stream, from a disconnected device, or when they grow old', () => {
    const value = fromLatest({}, latest(), SERVER, NOW).t!;
    expect(isLive(value, NOW, false, false)).toBe(false);
    expect(isLive(value, NOW, true, true)).toBe(false);
    expect(isLive(value, NOW + 60_000, true, false)).toBe(false);
  });

  it('are not replaced by older ones', () => {
    const reading = (time: string, value: number) =>
      ({ device_id: 'd', values: { t: { value, timestamp: time } } });
    const values = fromReading(fromLatest({}, latest(), SERVER, NOW), reading('2025-12-31T23:59:51Z', 22), NOW);
    expect(values.t!.value).toBe(22);
    expect(fromReading(values, reading('2025-12-31T23:59:49Z', 20), NOW).t!.value).toBe(22);
    expect(fromLatest(values, latest(), SERVER, NOW).t!.value).toBe(22);
  });

  it('of one name are known', () => {
    const of = (key: string, name?: string) => ({ key, name, value: 1, timestamp: '', seenAt: 0 });
    expect([...repeatedNames([of('alarm', 'Alarm'), of('alarm_2', 'Alarm'), of('level', 'Level'), of('raw')])]).toEqual(['Alarm']);
  });
});
