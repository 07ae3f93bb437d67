import { createContext, useContext } from 'react';
import type { Messages } from './en';
import { en } from './en';

export type { Messages } from './en';
export type Language = 'en' | 'de';
export const LANGUAGES: Record<Language, string> = { en: 'English', de: 'Deutsch' };

/** The texts of the language that is chosen. */
export const Texts = createContext<Messages>(en);

export function useText(): Messages {
  return useContext(Texts);
}

/** Texts of a language; German is fetched when somebody wants it. */
export async function loadTexts(language: Language): Promise<Messages> {
  return language === 'de' ? (await import('./de')).de : en;
}
