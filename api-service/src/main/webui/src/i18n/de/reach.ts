import type * as en from '../en/reach';

export const mappings: typeof en.mappings = {
  make: 'Abbildung anlegen', ready: 'Fertige', text: 'Eine Abbildung macht Telemetrie aus dem, was jemand als JSON sendet: Topics, und JSONata-Ausdrücke für das Gerät, seine Werte und deren Zeit.', none: 'Es gibt keine Abbildung.', noneHint: 'Beginnen Sie mit einer fertigen für Shelly, Tasmota und andere, und ändern Sie sie.',
  topics: 'Topics', topicsText: 'MQTT-Topic-Filter, mit Enter.', onOf: (name) => `${name} wird angewandt`, removeText: (name) => `Löscht ${name}. Ihre Nachrichten werden nicht mehr genommen.`, saved: 'Gespeichert. Die Brücken wenden sie in Sekunden an.', rule: 'Regel', what: 'Wozu sie da ist',
  format: 'Nutzlast', formats: { json: 'JSON', text: 'Text' }, zone: 'Zeitzone von Zeiten ohne eine',
  expressions: { for_each: 'Teile einer Nachricht mit mehreren', when: 'Nur wenn', device: 'Geräte-Id', values: 'Werte', time: 'Zeit', registration: 'Anmeldung', state: 'Ob es da ist', events: 'Ereignisse', process_data: 'Prozessdaten' },
  tryIt: 'Ausprobieren', next: 'Nächste Nachricht nehmen', matches: 'das Topic passt', matchesNot: 'das Topic passt nicht', nothing: 'Es kommt nichts heraus.', took: (micros) => `dauerte ${micros} µs`, registers: 'meldet an', event: (code) => `Ereignis ${code}`, versions: 'Fassungen', take: 'In das Formular nehmen',
};

export const simulations: typeof en.simulations = {
  make: 'Gerät simulieren', none: 'Kein Gerät wird simuliert.', noneHint: 'Ein simuliertes Gerät aus jeder Beschreibung meldet sich an, wird gebunden und sendet Prozessdaten wie ein echtes.', interval: 'Alle (ms)', events: 'Ab und zu Ereignisse', description: 'Beschreibung', since: 'Seit', fields: 'Was seine Felder zeigen können',
  stop: 'Anhalten', stopText: (id) => `${id} sagt, dass es getrennt ist. Das Gerät und sein Verlauf bleiben.`, show: 'Zeigen', special: 'Besonderer Wert oder Bezeichnung', field: 'Feld', seconds: 'Für (s)', instead: (until) => `zeigt bis ${until} etwas anderes`, showSomething: 'Einen anderen Wert zeigen',
  event: 'Ein Ereignis auslösen', code: 'Code', happen: 'Auslösen', idAuto: 'aus dem Produkt', done: 'Dem Gerät ist es gesagt.',
};

export const source: typeof en.source = {
  off: 'Es ist keine Bibliothek für Beschreibungen eingestellt.', offHint: 'Der Betreiber stellt eine mit GREENSTACK_IODD_SOURCE_URL ein, oder einen Ordner. Dann lassen sich fehlende Beschreibungen holen.', at: 'Bibliothek', automatic: 'holt fehlende Beschreibungen von selbst', byHand: 'holt auf Wunsch', vendor: 'Hersteller', product: 'Produkt', search: 'Suchen', fetch: 'Holen', fetched: 'Geholt und gespeichert.',
  missing: 'Beschreibungen, auf die Geräte warten', missingNone: 'Kein Gerät wartet auf eine Beschreibung.', devices: 'Geräte', tries: 'Versuche', next: 'Nächster Versuch', again: 'Sofort noch einmal', forgotten: (n) => `${n} werden wieder versucht.`, states: { waiting: 'noch nicht versucht', fetched: 'geholt', not_found: 'nicht in der Bibliothek', refused: 'nicht zu gebrauchen', away: 'Bibliothek nicht erreicht' },
  found: 'In der Bibliothek', foundNone: 'Die Bibliothek hat nichts dergleichen.', history: 'Was geholt wurde', historyNone: 'Es wurde noch nichts geholt.', by: 'Von', from: 'Woher',
};
