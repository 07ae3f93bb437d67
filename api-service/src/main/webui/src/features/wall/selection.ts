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

/** What the values of a device are called: their names, and the key of each whose name others of the device have too. */
export function namedValues(latest: Latest | undefined): [string, TimedValue][] {
  const entries = Object.entries(latest?.values ?? {});
  const counts = new Map<string, number>();
  for (const [key, value] of entries) {
    const name = value.name ?? key;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return entries.map(([key, value]) => [value.name !== undefined && counts.get(value.name) === 1 ? value.name : key, value]);
}

/** The value of a device under a name, or under its key. */
export function valueOf(latest: Latest | undefined, column: string): TimedValue | undefined {
  return latest?.values[column] ?? namedValues(latest).find(([name]) => name === column)?.[1];
}

/** Names of all values that the devices have, those of most devices first. */
export function columnsOf(all: Iterable<Latest | undefined>): string[] {
  const counts = new Map<string, number>();
  for (const latest of all) {
    for (const [name] of namedValues(latest)) {
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
