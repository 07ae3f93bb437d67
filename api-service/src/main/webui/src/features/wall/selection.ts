import type { Latest, TimedValue } from '../../api/types';

/** Which devices and values a wall shows. It is all in the address, so that a wall can be kept and given to others. */
export interface Selection {
  /** Exactly these devices; empty = those that the filter finds. */
  devices: string[];
  q: string;
  label: string;
  connection: string;
  /** Names or keys of the values; empty = those that most devices have. */
  columns: string[];
  /** Devices that stand first. */
  pinned: string[];
}

export function selectionOf(params: URLSearchParams): Selection {
  return {
    devices: params.getAll('device'), q: params.get('q') ?? '', label: params.get('label') ?? '', connection: params.get('connection') ?? '',
    columns: params.getAll('column'), pinned: params.getAll('pin'),
  };
}

/** What a wall takes over from the filter of the list of devices. */
export function wallSearch({ q, label, connection }: { q?: string; label?: string; connection?: string }): string {
  return new URLSearchParams(Object.entries({ q, label, connection }).filter((each): each is [string, string] => !!each[1])).toString();
}

/** The same address with all values of one parameter replaced. */
export function withAll(params: URLSearchParams, name: string, values: string[]): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete(name);
  values.forEach((each) => next.append(name, each));
  return next;
}

export const nameOfValue = (key: string, value: TimedValue) => value.name ?? key;

/** The value of a device under a name, or under its key. */
export function valueOf(latest: Latest | undefined, column: string): TimedValue | undefined {
  if (!latest) {
    return undefined;
  }
  return latest.values[column] ?? Object.entries(latest.values).find(([key, value]) => nameOfValue(key, value) === column)?.[1];
}

/** Names of all values that the devices have, those of most devices first. */
export function columnsOf(all: Iterable<Latest | undefined>): string[] {
  const counts = new Map<string, number>();
  for (const latest of all) {
    for (const name of new Set(Object.entries(latest?.values ?? {}).map(([key, value]) => nameOfValue(key, value)))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)).map(([name]) => name);
}

/** `Press {n}` with 7 becomes `Press 7`; `{n:3}` gives three digits; without a place for it the number stands last. */
export function numbered(pattern: string, number: number): string {
  const text = pattern.trim();
  if (!/\{n(:\d)?\}/.test(text)) {
    return `${text} ${number}`.trim();
  }
  return text.replace(/\{n(?::(\d))?\}/g, (_, digits: string | undefined) => String(number).padStart(Number(digits ?? 1), '0'));
}
