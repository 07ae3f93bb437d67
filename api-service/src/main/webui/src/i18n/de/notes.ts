import type * as en from '../en/notes';

export const notes: typeof en.notes = {
  tab: 'Notizen', title: 'Titel', text: 'Notiz', status: 'Zustand', comments: 'Bemerkungen', updated: 'Letzte Änderung', write: 'Notiz schreiben', none: 'Niemand hat etwas notiert.', hint: 'Fragen an den Hersteller, Befunde aus der Linie, Absprachen: Sie bleiben bei der Beschreibung.',
  reference: 'Wo in der Beschreibung', attach: 'Datei anhängen', files: (n) => (n === 1 ? '1 Datei' : `${n} Dateien`),
  statuses: { open: 'offen', in_progress: 'in Arbeit', resolved: 'gelöst', closed: 'geschlossen', wont_fix: 'bleibt so' }, priorities: { low: 'niedrig', medium: 'mittel', high: 'hoch', critical: 'kritisch' },
};

export const brand: typeof en.brand = {
  title: 'Erscheinungsbild', name: 'Bezeichnung', primary: 'Farbe', accent: 'Zweite Farbe', logo: 'Logo', chooseLogo: 'Logo wählen', removeLogo: 'Logo entfernen', reset: 'Zurück zu GreenStack', saved: 'Das Erscheinungsbild ist gespeichert.',
  text: 'Bezeichnung und Logo stehen im Kopf; die Farben kennzeichnen nur den Kopf, damit Texte immer lesbar bleiben.', logoHint: 'PNG, JPEG oder WebP, höchstens 256 KB.',
};
