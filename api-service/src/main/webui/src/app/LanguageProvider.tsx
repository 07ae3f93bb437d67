import { useEffect, useState, type ReactNode } from 'react';
import { loadTexts, Texts, type Language, type Messages } from '../i18n';
import { en } from '../i18n/en';
import { setDateLanguage } from '../lib/dates';
import { usePreferences } from './preferences';

/** Puts the texts of the chosen language around the application; until they are there, those before them. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const { language } = usePreferences();
  const [loaded, setLoaded] = useState<{ language: Language; texts: Messages } | null>(
    language === 'en' ? { language, texts: en } : null);
  useEffect(() => {
    let current = true;
    const use = (texts: Messages) => {
      if (current) {
        setDateLanguage(language);
        document.documentElement.lang = language;
        setLoaded({ language, texts });
      }
    };
    loadTexts(language).then(use, () => use(en));
    return () => { current = false; };
  }, [language]);
  return loaded && <Texts.Provider value={loaded.texts}>{children}</Texts.Provider>;
}
