import type * as en from '../en/sets';

export const sets: typeof en.sets = {
  title: 'Parametersatz', heldAgainst: 'Vergleichen mit', against: { wanted: 'Gewünscht', defaults: 'Vorgaben', other: 'Anderer Satz' }, found: 'Vorgefunden', only: 'Nur Unterschiede', differs: 'anders', equal: 'gleich',
  count: (n) => (n === 0 ? 'kein Unterschied' : n === 1 ? '1 Unterschied' : `${n} Unterschiede`), noDifference: 'Nichts ist anders.', nothingFound: 'Das Gerät hat noch keinen Parameter gemeldet. Lesen Sie welche unter Befehle, oder lassen Sie es berichten.',
  access: 'Zugriff', writable: 'lesen, schreiben', readOnly: 'lesen', file: 'Aus einer Datei', kept: 'Der aufbewahrt ist', keep: 'Wie vorgefunden aufbewahren', keptName: (id) => `${id} wie vorgefunden`, keptAs: (name) => `Er ist als „${name}“ aufbewahrt.`, read: 'Vom Gerät lesen',
  readOf: (state, read, total, left) => `${state === 'running' ? 'wird gelesen' : state === 'failed' ? 'nicht zu Ende gelesen' : 'gelesen'}: ${read} von ${total}${left > 0 ? `, ${left} nicht genannt` : ''}`, device: 'Eines Geräts', want: (n) => (n === 1 ? 'Diesen Wert wünschen' : `Diese ${n} Werte wünschen`),
  wantText: (n) => `${n === 1 ? 'Der abweichende Wert wird' : `Die ${n} abweichenden Werte werden`} vom Gerät gewünscht, wie sie in der rechten Spalte stehen. Es erfährt davon, und das Protokoll hält fest, wer es war.`, wanted: 'Der Zwilling wünscht sie jetzt.',
};
