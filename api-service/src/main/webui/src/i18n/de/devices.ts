import type * as en from '../en/devices';

export const devices: typeof en.devices = {
  title: 'Geräte', search: 'Id oder Name', state: 'Bindung', connection: 'Zustand', description: 'Beschreibung', lastSeen: 'Zuletzt gehört', labels: 'Etiketten', since: 'Seit',
  empty: 'Es hat sich noch kein Gerät angemeldet.', emptyHint: 'Ein Gerät erscheint hier, sobald es an devices/{id}/register sendet.', nothing: 'Kein Gerät passt.',
  filtered: (id) => `An Beschreibung ${id} gebunden`,
  count: (n) => (n === 1 ? '1 Gerät' : `${n} Geräte`), noLabels: 'Kein Gerät hat ein Etikett.', noLabelsHint: 'Geben Sie Geräten auf ihrer Seite oder an der Wertewand Etiketten wie line=4; hier werden sie zum Plan der Anlage.',
  withoutLabels: (n) => (n === 1 ? '1 Gerät hat kein Etikett.' : `${n} Geräte haben kein Etikett.`),
  missingText: 'Geräte haben gesagt, was sie sind, und keine Beschreibung im Katalog passt. Importieren Sie die Datei hier, oder binden Sie eine von Hand.',
  missingNone: 'Kein Gerät wartet auf eine Beschreibung.', solve: 'Was hilft', bindByHand: 'Von Hand binden', add: 'Gerät hinzufügen', addText: 'Ein Gerät, das sich über MQTT anmeldet, erscheint von selbst. Hier wird eines von Hand angelegt.', idText: 'Buchstaben, Ziffern und . _ : - wie in seinen Topics, höchstens 64.', descriptionText: 'Sie liest seine Prozessdaten. Leer: Es benennt seine Werte selbst.',
};

export const device: typeof en.device = {
  tabs: { live: 'Live', history: 'Verlauf', twin: 'Zwilling', set: 'Parameter', commands: 'Befehle', events: 'Ereignisse', raw: 'Nachrichten', about: 'Angaben', generate: 'Erzeugen' },
  raw: 'Rohe Prozessdaten', tryDecode: 'Dekodieren ausprobieren', input: 'ein', output: 'aus', invalid: 'vom Gerät als ungültig bezeichnet', noValues: 'Von diesem Gerät ist noch nichts angekommen.', howToSend: 'Senden Sie eine solche Nachricht an den MQTT-Broker. Werte erscheinen hier, sobald sie ankommt.', sendExample: 'Diese Nachricht senden', sendExampleText: 'GreenStack sendet sie einmal anstelle des Geräts.',
  value: 'Wert', parameter: 'Parameter', meaning: 'Bedeutung', trend: 'Tendenz', age: 'Alter', sparklines: 'Tendenzen', toHistory: 'Verlauf zeigen',
  streamOpen: 'Live', streamLost: 'Verbindung verloren, neuer Versuch', streamConnecting: 'Wird verbunden', streamRefused: 'Die API verweigert die Live-Werte',
  stale: 'veraltet', staleHint: 'Eine Weile kam nichts Neues, oder die Live-Verbindung ist weg: Das ist der letzte bekannte Wert.',
  bind: 'Bindung', bindTitle: (id) => `Bindung von ${id}`, automatic: 'Automatisch: die neueste Beschreibung, die zur Identität passt', pinned: 'Beschreibung wählen',
  choose: 'Beschreibung', choosePlaceholder: 'Hersteller oder Produkt', parametersText: 'Jetzige Werte der Geräteparameter, von denen die Prozessdaten abhängen. Leer = Vorgabe.', saved: 'Die Bindung ist gespeichert.',
  missingTitle: 'Beschreibung fehlt', missing: 'Keine Beschreibung im Katalog passt zu diesem Gerät. Importieren Sie seine Datei, oder binden Sie eine von Hand.',
  identityTitle: 'Oktette, die niemand lesen kann', identityMissing: 'Das Gerät sendet rohe Prozessdaten und hat nicht gesagt, was es ist. Binden Sie eine Beschreibung von Hand, um sie zu dekodieren.',
  import: 'Dateien importieren', mode: 'Gewählt', registered: 'Angemeldet', lastRegistered: 'Zuletzt angemeldet', firstSeen: 'Zuerst gehört', stateSince: 'Zustand seit', clockAhead: (by: string) => `Uhr geht ${by} vor`, clockAheadMeans: 'Die Zeiten des Geräts liegen in der Zukunft; es gilt die Ankunft.', serial: 'Seriennummer', productId: 'Produkt-Id',
  attributes: 'Weitere Angaben', notes: 'Notizen', notesSaved: 'Gespeichert.', location: 'Ort', labelsHint: 'Name oder Name=Wert, mit Enter',
  login: 'MQTT-Zugang', noLogin: 'Dieses Gerät hat keinen eigenen Zugang.', user: 'Benutzername', topics: 'Topics', made: 'Angelegt', rotated: 'Passwort geändert', passwordOnce: 'Das Passwort, einmal gezeigt',
  makeLogin: 'Zugang anlegen', newPassword: 'Neues Passwort', removeLogin: 'Zugang wegnehmen',
  remove: 'Gerät löschen', removeText: (id) => `Löscht ${id} mit Zwilling, Befehlen und Ereignissen aus dem Verzeichnis. Der gespeicherte Verlauf bleibt. Meldet sich das Gerät wieder an, ist es wieder da.`,
  range: 'Zeitraum', historyEmpty: 'In dieser Zeit ist nichts gespeichert.', historyPick: 'Parameter', historyNone: 'Wählen Sie einen Parameter, um seinen Verlauf zu sehen.', truncated: 'Nur die neuesten Punkte werden gezeigt.',
  averaged: (every) => `Mittelwerte über ${every}`, chart: (name) => `Verlauf von ${name}`, latest: 'Zuletzt', min: 'Min', max: 'Max',
};

export const history: typeof en.history = {
  otherDevices: 'Dasselbe von anderen Geräten', earlier: 'Früher', later: 'Später', zoomIn: 'Näher', zoomOut: 'Weiter', from: 'Von', to: 'Bis',
  hint: 'Ziehen Sie über einen Teil einer Kurve, um ihn genau zu sehen.',
  averagesHint: 'Die Linie ist der Mittelwert, das Band um sie reicht vom tiefsten bis zum höchsten Messwert jedes Fensters.',
  points: (n) => (n === 1 ? '1 Punkt' : `${n} Punkte`),
};

export const twin: typeof en.twin = {
  title: 'Zwilling', empty: 'Von diesem Gerät ist nichts gewünscht, und es hat nichts gemeldet.', desired: 'Gewünscht', reported: 'Gemeldet', state: 'Zustand', rejected: 'abgelehnt', waiting: 'wartet auf das Gerät', equal: 'wie gewünscht',
  open: (n) => (n === 1 ? '1 Wert offen' : `${n} Werte offen`), inStep: 'im Einklang', version: (n) => `Version ${n}`, versionHead: 'Version', edit: 'Ändern', unwant: 'Nicht wünschen', editOf: (name) => `${name} ändern`,
  want: 'Einen Wert wünschen', wantIt: 'Wünschen', asJson: 'Als JSON (Merge-Patch)', badJson: 'Das ist kein JSON-Objekt.', remove: 'Zwilling löschen', removeText: 'Was gewünscht ist und was gemeldet wurde, wird gelöscht. Das Gerät erfährt es.',
  conflict: 'Jemand war schneller', conflictText: 'Der Zwilling hat sich geändert, seit Sie begonnen haben. Sehen Sie an, was jetzt gewünscht ist, bevor Sie schreiben.', theirs: (n) => `Jetzt gewünscht (Version ${n})`, yours: 'Ihre Änderung', keepTheirs: 'Lassen', writeAnyway: 'Meine auch schreiben',
  changes: 'Letzte Änderungen', at: 'Wann', source: 'Von', change: 'Änderung',
};

export const commands: typeof en.commands = {
  title: 'Befehle', send: 'Befehl senden', read: 'Lesen', write: 'Schreiben', output: 'Ausgangsdaten', system: 'Systemkommando', other: 'Befehl', readBack: 'Zurücklesen', outputText: 'Was leer bleibt, behält, was das Gerät zuletzt bekam.', systemText: (name, device) => `${device} führt „${name}“ sofort aus. Das kann alles zurücknehmen, was eingestellt war.`, command: 'Befehl', parameters: 'Parameter (JSON)', go: 'Senden', empty: 'Es wurde noch kein Befehl gesendet.', at: 'Wann', state: 'Zustand', answer: 'Antwort', by: 'Von', late: 'spät',
  states: { queued: 'wartet', sent: 'gesendet, noch keine Antwort', answered: 'beantwortet', failed: 'fehlgeschlagen', timed_out: 'ohne Antwort' },
};

export const events: typeof en.events = {
  at: 'Wann', device: 'Gerät', deviceId: 'Geräte-Id', type: 'Art', code: 'Code', what: 'Ereignis', mode: 'Zustand', active: 'aktiv', activeNow: 'Jetzt aktiv', history: 'Alle', show: 'Welche Ereignisse', noneActive: 'Kein Ereignis ist aktiv.', none: 'Es wurde kein Ereignis gemeldet.',
  types: { error: 'Fehler', warning: 'Warnung', notification: 'Hinweis' }, modes: { appears: 'gekommen', disappears: 'gegangen', singleshot: 'einmal' },
};

export const overview: typeof en.overview = {
  alarmsText: (urgent, shelved) => `${urgent} dringend, ${shelved} zurückgestellt`,
  rate: 'Nachrichten je Sekunde', rateText: 'von der Brücke angenommen', lag: 'Rückstand beim Speichern', lagText: 'älteste noch nicht gespeicherte Nachricht', lagLate: 'der Speicher kommt nicht nach, verloren geht nichts',
  title: 'Übersicht', devices: 'Geräte', states: { connected: 'Verbunden', silent: 'Still', disconnected: 'Getrennt' }, registered: 'angemeldet', ofAll: (n) => `von ${n} angemeldeten`, silentText: 'bekannt, länger nichts gehört', offlineText: 'abgemeldet, oder die Verbindung brach',
  missing: 'Fehlende Beschreibungen', missingNone: 'jedes Gerät lässt sich dekodieren', missingSome: 'importieren Sie ihre Dateien', catalog: 'Beschreibungen', kinds: (iodd, eds) => `${iodd} IODD, ${eds} EDS`,
  events: 'Aktive Ereignisse', eventsSome: 'gemeldet und nicht gegangen', eventsNone: 'gerade wird nichts gemeldet', deadLetters: 'Unzustellbar', deadNone: 'nichts wurde aufgegeben', breakers: 'Offene Schutzschalter', breakersNone: (n) => `alle ${n} geschlossen`,
  unknown: 'nicht bekannt', attention: 'Geräte, die Aufmerksamkeit brauchen', attentionNone: 'Kein Gerät braucht Aufmerksamkeit.', imports: 'Letzte Importe', start: 'Hier beginnen', startText: 'Importieren Sie die IODD- oder EDS-Dateien Ihrer Geräte: hierher ziehen.', startDevice: 'Fügen Sie ein Gerät hinzu. Eines, das an devices/{id}/register sendet, erscheint von selbst.',
};
