/** What this browser tab signs its requests with, an API key or the token of a person, and whether the API asked for one. */

const NAME = 'greenstack-api-key';

export interface KeyState {
  key: string | null;
  /** Token of a person who signed in; it goes before a key. */
  token: string | null;
  /** The API refused a request without a key, or with a wrong one. */
  wanted: boolean;
  /** A key or token was sent and refused. */
  refused: boolean;
}

let state: KeyState = { key: stored(), token: null, wanted: false, refused: false };
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
  if (state.token) {
    return { Authorization: `Bearer ${state.token}` };
  }
  return state.key ? { 'X-API-Key': state.key } : {};
}

/** The API answered 401 to a request that was sent with this header. */
export function keyRefused(sent: Record<string, string>) {
  const current = keyHeader();
  const same = sent['X-API-Key'] === current['X-API-Key'] && sent['Authorization'] === current['Authorization'];
  const used = Object.keys(current).length > 0;
  if (same && !(state.wanted && state.refused === used)) {
    change({ ...state, wanted: true, refused: used });
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
  change({ key, token: null, wanted: false, refused: false });
}

/** The token of a person; null when the session is over. */
export function setToken(token: string | null) {
  change({ ...state, token, wanted: false, refused: false });
}

/** Closes the question without an answer. */
export function dismissKey() {
  change({ ...state, wanted: false });
}

/** Who asks, as far as it matters for what was fetched: a token that is renewed is the same person. */
export function asker(of: KeyState): string {
  return of.token ? 'token' : of.key ?? '';
}
