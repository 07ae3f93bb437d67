import type { Latest, Reading, TimedValue } from '../api/types';

/** Age after which a value is not shown as live any more; the API's own limit has the same default. */
export const STALE_AFTER_MS = 60_000;

/** A value with the moment (clock of this browser) at which it was known to be current. */
export interface LiveValue extends TimedValue {
  key: string;
  seenAt: number;
}

export type LiveValues = Record<string, LiveValue>;

/**
 * Takes over what the API has kept. The clocks of device, server and browser may differ: only differences of the same
 * clock are used, so that an old value never looks new.
 *
 * @param serverNow time of the answer by the server's clock, ms
 * @param now time by the browser's clock, ms
 */
export function fromLatest(values: LiveValues, latest: Latest, serverNow: number, now: number): LiveValues {
  const received = Date.parse(latest.received_at ?? '');
  const readingAge = Number.isNaN(received) ? Infinity : Math.max(0, serverNow - received);
  const newest = Date.parse(latest.timestamp ?? '');
  const next = { ...values };
  for (const [key, value] of Object.entries(latest.values)) {
    const behind = Math.max(0, newest - Date.parse(value.timestamp));
    const age = latest.stale ? Math.max(readingAge, STALE_AFTER_MS) + (behind || 0) : readingAge + (behind || 0);
    const seenAt = now - age;
    const known = next[key];
    if (!known || Date.parse(known.timestamp) < Date.parse(value.timestamp)) {
      next[key] = { ...value, key, seenAt };
    }
  }
  return next;
}

/** Takes over a reading from the stream, which is current as it arrives. */
export function fromReading(values: LiveValues, reading: Reading, now: number): LiveValues {
  const next = { ...values };
  for (const [key, value] of Object.entries(reading.values)) {
    const known = next[key];
    if (!known || Date.parse(known.timestamp) <= Date.parse(value.timestamp)) {
      next[key] = { ...value, key, seenAt: now };
    }
  }
  return next;
}

/** Names that several values of a device have: then their keys tell them apart. */
export function repeatedNames(values: LiveValue[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(values.map((each) => each.name ?? each.key).filter((name) => seen.size === seen.add(name).size));
}

/** Whether a value may be shown as live: the stream is open, the device is not known to be away, and it is young. */
export function isLive(value: LiveValue, now: number, streaming: boolean, disconnected: boolean): boolean {
  return streaming && !disconnected && now - value.seenAt < STALE_AFTER_MS;
}
