import type * as en from '../en/plant';

export const wall: typeof en.wall = {
  hall: 'Hallenmodus', label: 'Etikett', columns: 'Werte', pin: 'Angeheftet', pinOf: (id) => `${id} oben halten`, pattern: 'Namen', firstNumber: 'Ab', named: (n) => (n === 1 ? '1 Gerät geändert' : `${n} Geräte geändert`),
  notNamed: (n) => (n === 1 ? '1 Gerät ließ sich nicht ändern' : `${n} Geräte ließen sich nicht ändern`),
  hint: 'Geräte, Werte und Angeheftetes stehen in der Adresse: Als Lesezeichen behalten zeigt sie diese Wand wieder.', clock: 'Uhrzeit', fullScreen: 'Vollbild', window: 'Vollbild verlassen',
  kiosk: 'Link für einen Bildschirm', kioskText: 'Macht einen API-Schlüssel, der nur schauen darf, und einen Link damit. Ein Bildschirm, der ihn öffnet, zeigt diese Geräte ohne Anmeldung. Wird der Schlüssel widerrufen, endet das.',
  kioskOnce: 'Der Link wird einmal gezeigt. Wer ihn hat, sieht alles, was ein Betrachter sieht.', kioskTitle: 'Titel auf dem Bildschirm', every: 'Nächste Seite nach (s)', makeKiosk: 'Link machen',
};

export const sheet: typeof en.sheet = {
  title: 'Geräteblatt', print: 'Drucken', reported: 'Gemeldete Einstellungen', printed: (at) => `Stand ${at}`,
};
