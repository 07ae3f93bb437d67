import type * as en from '../en/admin';

export const audit: typeof en.audit = {
  at: 'Wann', actor: 'Wer', method: 'Methode', path: 'Was', pathBegins: 'Pfad beginnt mit', status: 'Antwort', refusedOnly: 'Nur Verweigertes', none: 'Über die API wurde noch nichts geändert.', noMatch: 'Kein Eintrag passt.',
  noBody: 'Dabei wurde nichts gesendet.',
};

export const about: typeof en.about = {
  table: 'Tabelle', rows: 'Zeilen (geschätzt)', parametersOf: (kind) => `Parameter der ${kind}`, packages: 'EDS-Pakete', licence: 'Lizenz', licenceText: 'GreenStack ist freie Software unter der Apache-Lizenz 2.0.',
  room: 'Platz', database: 'Datenbank', spool: 'Laufwerk für Hochgeladenes', freeOf: (free, all) => `${free} frei von ${all}`, asOf: 'Stand', tables: 'Größte Tabellen',
};

export const settings: typeof en.settings = {
  language: 'Sprache', looks: 'Was dieser Browser zeigt', cards: 'Geräteliste als Karten beginnen', range: 'Länge des Verlaufs, die zuerst gezeigt wird', grafana: 'Adresse von Grafana', grafanaText: 'Verläufe führen dort zum Dashboard ihres Geräts, sobald es importiert ist.', sound: 'Ton, wenn ein Alarm kommt',
  soundText: 'Browser spielen einen Ton erst, wenn die Seite einmal angeklickt wurde.', browserOnly: 'Diese Einstellungen bleiben nur in diesem Browser.',
  retention: 'Wie lange Daten bleiben', retentionText: 'Festgelegt, wo die Dienste eingestellt werden; was älter ist, wird von selbst gelöscht.', 
  kept: { events: 'Ereignisse der Geräte', commands: 'Befehle', audit: 'Protokoll', alarms: 'Beendete Alarme' },
  days: (n) => (n === 1 ? '1 Tag' : `${n} Tage`),
};

export const cache: typeof en.cache = {
  kind: 'Was', ratio: 'Erspart', hits: 'Gefunden', misses: 'Nicht gefunden', load: 'Mittlere Lesezeit', ttl: 'Bleibt', clear: 'Vergessen', clearAll: 'Alles vergessen', cleared: 'Der Zwischenspeicher hat vergessen.', server: 'Server',
  text: 'Der Zwischenspeicher entlastet die Datenbank. Ohne ihn ist alles langsamer und genauso richtig.', used: 'Einträge belegen', of: (used, all) => `${used} von ${all}`, memory: 'Speicher von Redis', local: 'In diesem Prozess bereit',
};

export const maintenance: typeof en.maintenance = {
  allImports: 'Alle Importe', importsNone: 'Gerade läuft kein Import.', reread: 'Alle Dateien neu lesen', rereadNow: 'Jetzt lesen', rereadText: 'Nach einer Aktualisierung wird übernommen, was der neuere Leser in den gespeicherten Dateien findet. Es läuft im Hintergrund.',
  rereadNone: 'Danach wurde nie verlangt.', started: 'Die Dateien werden im Hintergrund gelesen.', files: (done, total) => `${done} von ${total} Dateien`, refused: (n) => `${n} abgelehnt`,
  left: 'Übrig geblieben', leftText: 'Hierauf verweist nichts mehr.', remove: 'Entfernen', removeText: (n, kind) => `${kind}: ${n} werden endgültig entfernt.`, removed: 'Was übrig war, ist entfernt.',
  kinds: { eds_packages: 'Pakete von EDS-Dateien, die nicht mehr da sind', notes: 'Notizen zu Beschreibungen, die nicht mehr da sind', search_parts: 'Stellen im Suchverzeichnis', search_texts: 'Texte im Suchverzeichnis' },
};
