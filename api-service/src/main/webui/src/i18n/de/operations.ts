import type * as en from '../en/operations';

export const mqtt: typeof en.mqtt = {
  broker: 'Broker', address: 'Adresse', version: 'Version', uptime: 'Läuft seit', clients: 'Clients', subscriptions: 'Abonnements', retainedMessages: 'Behaltene Nachrichten', received: 'Empfangen je Sekunde', sent: 'Gesendet je Sekunde',
  statistics: 'Zahlen', noStatistics: 'der Broker veröffentlicht keine', bridge: 'Brücke', lanePaused: 'angehalten',
  publish: 'Veröffentlichen', topic: 'Topic', payload: 'Inhalt', retain: 'Behalten', queued: (topic) => `Übergeben für ${topic}`,
  filter: 'Topic-Filter', watch: 'Beobachten', filterProblems: { empty: 'Nötig ist ein Filter, etwa devices/#.', hash: '# steht allein und zuletzt.', plus: '+ steht allein zwischen Schrägstrichen.' },
  topics: 'Topics', messages: 'Nachrichten', time: 'Zeit', size: 'Größe', retained: 'behalten', count: (n) => (n === 1 ? '1 Nachricht' : `${n} Nachrichten`), dropped: (n) => `${n} fehlen`,
  decodedBy: (product) => `Dekodiert mit ${product}`, noDescription: 'Das Gerät ist an keine Beschreibung gebunden: Nichts sagt, was die Oktette heißen.',
  filterText: 'Topic oder Inhalt', pause: 'Anhalten', resume: 'Weiter', paused: 'angehalten', save: 'Als JSON behalten', none: 'Es ist noch keine Nachricht gekommen.', noMatch: 'Keine Nachricht passt.', truncated: 'gekürzt',
  states: { connecting: 'wird verbunden', open: 'live', lost: 'Verbindung verloren, neuer Versuch', refused: 'von der API verweigert', ended: 'beendet' },
};

export const deadLetters: typeof en.deadLetters = {
  none: 'Nichts wurde aufgegeben.', noMatch: 'Keine unzustellbare Nachricht passt.', all: 'alle', allFiltered: 'alle, die passen', replay: 'Noch einmal senden', discard: 'Verwerfen', older: 'Ältere',
  replayed: (n) => (n === 1 ? '1 Nachricht wird noch einmal gesendet' : `${n} Nachrichten werden noch einmal gesendet`), discarded: (n) => (n === 1 ? '1 Nachricht verworfen' : `${n} Nachrichten verworfen`),
  discardText: (what) => `Für immer verwerfen: ${what}?`, oldest: (at) => `älteste ${at}`, waiting: (n) => `${n} Wiederholungen warten`, at: 'Empfangen', reason: 'Grund', why: 'Warum', stored: 'Aufgegeben', replayOf: 'Wiederholung von', cut: 'Nur der Anfang des Inhalts wurde behalten; eine Wiederholung wäre nicht dieselbe Nachricht.',
};

export const services: typeof en.services = {
  flow: 'Nachrichten', flowText: 'Jede angenommene Nachricht wird geschrieben, als unzustellbar beiseitegelegt oder noch gehalten.', flowNone: 'Die Adressen der Edge-Dienste sind nicht eingestellt.', taken: 'Empfangen', written: 'Geschrieben', held: 'Gehalten',
  health: 'Gesundheit der API', required: 'nötig', optional: 'entbehrlich', breakers: 'Schutzschalter', breakersText: 'Ein offener Schutzschalter schont, was ausfällt; er versucht es von selbst wieder. Setzen Sie ihn zurück, wenn die Ursache behoben ist.',
  service: 'Dienst', towards: 'Zu', state: 'Zustand', failures: 'Fehler', opened: 'Geöffnet', last: 'Letzte Änderung', reset: 'Zurücksetzen',
};

export const keys: typeof en.keys = {
  addresses: 'Gilt von', addressesText: 'Adressen oder Bereiche; leer: überall', anywhere: 'überall', rotate: 'Tauschen', rotateOf: (name) => `${name} tauschen`, rotateText: 'Ein neuer Schlüssel mit denselben Rechten tritt an seine Stelle. Der alte gilt noch so lange wie unten gewählt.', overlap: 'Der alte Schlüssel gilt noch',
  overlaps: { '0s': 'gar nicht', '1h': '1 Stunde', '24h': '1 Tag', '168h': '7 Tage' },
  none: 'Es gibt keinen Schlüssel.', make: 'Schlüssel anlegen', scope: 'Darf', scopes: { viewer: 'ansehen', operator: 'bedienen', admin: 'verwalten' }, created: 'Angelegt', used: 'Zuletzt verwendet', expires: 'Endet', revoked: 'gesperrt', revoke: 'Sperren',
  revokeText: (name) => `Wer ${name} verwendet, ist sofort ausgesperrt.`, once: 'Der Schlüssel, einmal gezeigt',
};
