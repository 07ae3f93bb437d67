/** The API key of this browser tab, and whether the API asked for one. */

const NAME = 'greenstack-api-key';

export interface KeyState {
  key: string | null;
  /** The API refused a request without a key, or with a wrong one. */
  wanted: boolean;
  /** A key was sent and refused. */
  refused: boolean;
}

let state: KeyState = { key: stored(), wanted: false, refused: false };
const listeners = new Set<() => void>();

function stored(): string | null {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
}

function change(next: KeyState) {
  state = next;
  listeners.forEach((listener) => listener());
}

export function keyState(): KeyState {
  return state;
}

export function onKeyChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Header of requests; empty without a key. */
export function keyHeader(): Record<string, string> {
  return state.key ? { 'X-API-Key': state.key } : {};
}

/** The API answered 401 to a request that was sent with this header. */
export function keyRefused(sent: Record<string, string>) {
  const used = sent['X-API-Key'] ?? null;
  if (used === state.key && !(state.wanted && state.refused === (used !== null))) {
    change({ key: state.key, wanted: true, refused: used !== null });
  }
}

/** Keeps a key until the tab is closed; null forgets it. */
export function setKey(key: string | null) {
  try {
    if (key) {
      sessionStorage.setItem(NAME, key);
    } else {
      sessionStorage.removeItem(NAME);
    }
  } catch {
    // Without storage the key lives as long as the page.
  }
  change({ key, wanted: false, refused: false });
}

/** Closes the question without an answer. */
export function dismissKey() {
  change({ ...state, wanted: false });
}
