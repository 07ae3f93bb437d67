import { useSyncExternalStore } from 'react';
import { LANGUAGES, type Language } from '../i18n';

/** What a user chose for this browser: the language of the pages and, apart from it, that of the device texts. */
export interface Preferences {
  language: Language;
  /** Language of names and texts of device descriptions, such as `fr`; null = that of the pages. */
  texts: string | null;
  /** Length of history that is shown first, such as `1h`. */
  range: string;
  /** Whether the list of devices begins as cards. */
  cards: boolean;
  /** Whether a new alarm is heard. */
  sound: boolean;
  /** Address of Grafana that histories lead to; empty = none. */
  grafana: string;
}

const NAME = 'greenstack-preferences';
const listeners = new Set<() => void>();
let preferences = read();

function read(): Preferences {
  let kept: Partial<Preferences> = {};
  try {
    kept = JSON.parse(localStorage.getItem(NAME) ?? '{}') as Partial<Preferences>;
  } catch {
    // Without storage, or with something else in it, the defaults hold.
  }
  const browser = typeof navigator === 'undefined' ? 'en' : navigator.language.slice(0, 2);
  const language = [kept.language, browser].find((each): each is Language => !!each && each in LANGUAGES) ?? 'en';
  return {
    language, texts: typeof kept.texts === 'string' ? kept.texts : null, range: typeof kept.range === 'string' ? kept.range : '15m',
    cards: kept.cards === true, sound: kept.sound === true, grafana: typeof kept.grafana === 'string' && /^https?:\/\//i.test(kept.grafana) ? kept.grafana : '',
  };
}

export function setPreferences(changes: Partial<Preferences>) {
  preferences = { ...preferences, ...changes };
  try {
    localStorage.setItem(NAME, JSON.stringify(preferences));
  } catch {
    // Kept for this page only.
  }
  listeners.forEach((listener) => listener());
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => preferences);
}

/** The language to ask the API for. */
export function useTextLanguage(): string {
  const { language, texts } = usePreferences();
  return texts ?? language;
}
