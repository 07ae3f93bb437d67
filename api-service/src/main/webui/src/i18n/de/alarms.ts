import type * as en from '../en/alarms';

export const alarms: typeof en.alarms = {
  one: 'Alarm', which: 'Welche Alarme', open: 'Offen', history: 'Alle', search: 'Meldung oder Gerät', state: 'Zustand', priority: 'Dringlichkeit', atLeast: 'Mindestens', kind: 'Ursache', what: 'Was nicht stimmt', raised: 'Gekommen', cleared: 'Gegangen',
  acknowledgedBy: 'Quittiert', rule: 'Regel', times: (n) => `${n}-mal`, shelvedUntil: (at) => `bis ${at}`, sound: 'Ton', comment: 'Bemerkung', say: 'Bemerkung hinzufügen', acknowledge: 'Quittieren', shelve: 'Zurückstellen',
  unshelve: 'Nicht mehr zurückstellen', howLong: 'Wie lange', acknowledgedCount: (n) => (n === 1 ? '1 Alarm quittiert' : `${n} Alarme quittiert`), shelvedCount: (n) => (n === 1 ? '1 Alarm zurückgestellt' : `${n} Alarme zurückgestellt`),
  noneOpen: 'Kein Alarm ist offen.', none: 'Es gab noch keinen Alarm.', noMatch: 'Kein Alarm passt.', bell: (n) => (n === 0 ? 'Alarme: keiner zu quittieren' : n === 1 ? 'Alarme: 1 zu quittieren' : `Alarme: ${n} zu quittieren`),
  states: { active: 'aktiv', acknowledged: 'quittiert', cleared: 'gegangen', closed: 'beendet', shelved: 'zurückgestellt' },
  priorities: { urgent: 'sofort', high: 'hoch', medium: 'mittel', low: 'niedrig' },
  kinds: { event: 'Ereignis', range: 'Grenzwert', rate: 'zu schnelle Änderung', status: 'kein Messwert', silence: 'Stille', disconnected: 'getrennt', dead_letters: 'Unzustellbares' },
  actions: { raised: 'gekommen', cleared: 'gegangen', acknowledged: 'quittiert', shelved: 'zurückgestellt', unshelved: 'nicht mehr zurückgestellt', commented: 'bemerkt' },
};

export const rules: typeof en.rules = {
  make: 'Regel anlegen', change: 'Regel ändern', none: 'Es gibt keine Regel.', noneHint: 'Aus Ereignissen der Geräte werden von selbst Alarme. Eine Regel macht einen Alarm aus einem Wert, aus Stille, aus einer verlorenen Verbindung oder aus Unzustellbarem.',
  when: 'Wann', holdsFor: 'Für', standing: 'Stehend', on: 'An', onOf: (name) => `${name} macht Alarme`, why: 'Warum es diese Regel gibt', removeText: (name) => `Löscht ${name}. Ihre stehenden Alarme enden und bleiben in der Liste.`,
  anyParameter: 'irgendein Wert', anyStatus: 'irgendeinen', or: 'oder', longerThan: (time) => `länger als ${time}`, outsideDescribed: (of) => `${of} außerhalb des Bereichs der Beschreibung`,
  faster: (of, change, over) => `${of} ändert sich um mehr als ${change} in ${over}`, hasStatus: (of, status) => `${of} hat den Status ${status}`, silentFor: (time) => `${time} lang nichts gehört`,
  deadLetters: (n, over) => `${n} Unzustellbare in ${over}`, disconnected: 'getrennt', withLabel: (label) => `Etikett ${label}`, withDescription: (id) => `Beschreibung ${id}`, allDevices: 'alle Geräte',
  updated: 'Letzte Änderung', asLive: 'Wie die Live-Werte ihn nennen.', emptyIsAny: 'Leer: beliebig.', described: 'Der Bereich aus der Beschreibung', low: 'Unter', high: 'Über', deadBand: 'Kommt hinter die Grenze zurück um', changeBy: 'Änderung um mehr als', within: 'Innerhalb von', statuses: 'Status',
  silence: 'Nichts gehört seit', count: 'Anzahl Unzustellbarer', onDelay: 'Falsch seit mindestens', offDelay: 'Wieder richtig seit mindestens', descriptionId: 'Nummer der Beschreibung',
  kinds: { range: 'Wert außerhalb der Grenzen', rate: 'Wert ändert sich zu schnell', status: 'Kein Messwert', silence: 'Stille', disconnected: 'Getrennt', dead_letters: 'Unzustellbares' },
  scopes: { all: 'Alle Geräte', device: 'Ein Gerät', label: 'Geräte mit einem Etikett', description: 'Geräte einer Beschreibung' },
};
