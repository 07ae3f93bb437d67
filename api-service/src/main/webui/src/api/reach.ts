/** Whether the API answers at all: since when it does not, as every request of this page saw it. */

let lostAt: number | null = null;
const listeners = new Set<() => void>();

export function reportReach(answered: boolean, now = Date.now()) {
  const next = answered ? null : lostAt ?? now;
  if (next !== lostAt) {
    lostAt = next;
    listeners.forEach((listener) => listener());
  }
}

/** When the API stopped answering, ms; null while it answers. */
export function lostSince(): number | null {
  return lostAt;
}

export function onReachChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
