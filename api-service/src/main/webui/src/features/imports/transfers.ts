import { useSyncExternalStore } from 'react';
import type { ImportJobView } from '../../api/types';
import { parcels, type Chosen } from './collect';
import { startImport } from './send';

/** Files on their way to the API. They go on while other pages are shown. */
export interface Transfer {
  key: number;
  files: number;
  first: string;
  octets: number;
  share: number;
  state: 'waiting' | 'sending' | 'taken' | 'failed' | 'cancelled';
  job?: ImportJobView;
  error?: unknown;
}

let transfers: Transfer[] = [];
let counter = 0;
let chain: Promise<void> = Promise.resolve();
const ends = new Map<number, AbortController>();
const listeners = new Set<() => void>();

function set(next: Transfer[]) {
  transfers = next;
  listeners.forEach((listener) => listener());
}

function update(key: number, changes: Partial<Transfer>) {
  set(transfers.map((each) => (each.key === key ? { ...each, ...changes } : each)));
}

/** Sends files as import jobs, after those before them; a library that is too large for one goes as several. */
export function importFiles(chosen: Chosen[]) {
  parcels(chosen).forEach(sendParcel);
}

function sendParcel(chosen: Chosen[]) {
  const key = counter++;
  const end = new AbortController();
  ends.set(key, end);
  const octets = chosen.reduce((sum, each) => sum + each.file.size, 0);
  set([{ key, files: chosen.length, first: chosen[0]!.path, octets, share: 0, state: 'waiting' }, ...transfers]);
  chain = chain.then(async () => {
    if (end.signal.aborted) {
      return;
    }
    update(key, { state: 'sending' });
    try {
      const job = await startImport(chosen, (share) => update(key, { share }), end.signal);
      update(key, { state: 'taken', share: 1, job });
    } catch (error) {
      update(key, end.signal.aborted ? { state: 'cancelled' } : { state: 'failed', error });
    }
  });
}

export function cancelTransfer(key: number) {
  ends.get(key)?.abort();
  update(key, { state: 'cancelled' });
}

/** Takes those that are over from the list. */
export function clearTransfers() {
  set(transfers.filter((each) => each.state === 'waiting' || each.state === 'sending'));
}

export function useTransfers(): Transfer[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => transfers);
}
