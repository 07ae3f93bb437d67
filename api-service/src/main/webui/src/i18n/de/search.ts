import type { search as en } from '../en/search';

export const search: typeof en = {
  hint: 'Geräte, Parameter, Einheiten, Ereignisse, Codes …',
  examples: 'Zum Beispiel: Druck bar, Index 60, 0x8C40, welche Sensoren messen bar?',
  kind: 'Art',
  narrow: 'Suche eingrenzen',
  corrected: 'Genau das gibt es nicht. Gezeigt wird, was gefunden wurde für',
  everything: (text) => `Alle Ergebnisse für „${text}“`,
  allLists: 'Alle Arten von Ergebnissen',
  more: 'Mehr zeigen',
  descriptions: (n) => (n === 1 ? '1 Beschreibung' : `${n} Beschreibungen`),
  atLeast: 'mindestens',
  facets: { vendor: 'Hersteller', revision: 'IO-Link-Revision', feature: 'Merkmale' },
  lists: {
    iodd_devices: 'IO-Link-Beschreibungen', eds_devices: 'EtherNet/IP-Beschreibungen', other_descriptions: 'Andere Beschreibungen', devices: 'Geräte',
    parameters: 'Parameter', process_data: 'Prozessdaten', assemblies: 'Assemblies', connections: 'Verbindungen', enums: 'Werte mit Bedeutung',
    events: 'Ereignisse', errors: 'Fehler', menus: 'Menüs',
  },
};
