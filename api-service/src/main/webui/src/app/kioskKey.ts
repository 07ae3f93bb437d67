import { setKey } from '../api/key';

/** Takes the key of a kiosk's link (`#key=…`) and removes it from the address, so that nobody reads it off the screen. */
export function takeKioskKey(location: Location = window.location, history: History = window.history): boolean {
  const key = new URLSearchParams(location.hash.replace(/^#/, '')).get('key');
  if (!key) {
    return false;
  }
  setKey(key);
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  return true;
}
