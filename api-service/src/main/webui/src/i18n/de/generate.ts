import type { Messages } from '../en';

export const generate: Messages['generate'] = {
  tables: 'Tabellen', format: 'Format', download: 'Herunterladen', look: 'Ansehen', parameters: 'Parameter', processData: 'Prozessdaten', events: 'Ereignisse', history: 'Verlauf der letzten Stunde',
  names: {
    'node-red-monitoring': { title: 'Node-RED: Beobachten', text: 'Ein Flow, der empfängt, was das Gerät sendet, und benannte Werte daraus macht; daneben Ereignisse und der Zustand der Verbindung.' },
    'node-red-control': { title: 'Node-RED: Bedienen', text: 'Ein Flow, der die Parameter des Geräts mit Befehlen liest und schreibt und die Antworten zeigt.' },
    'node-red-custom': { title: 'Node-RED: beides', text: 'Beobachten und Bedienen in einem Flow.' },
    'grafana-dashboard': { title: 'Grafana-Dashboard', text: 'Kurven, Zustände und Ereignisse mit Einheiten, Grenzen und Texten. In Grafana importieren.' },
    'grafana-alerts': { title: 'Alarmregeln für Grafana', text: 'Für Werte außerhalb der Grenzen, Stille und Ereignisse. Die Datei gehört nach provisioning/alerting.' },
    'prometheus-rules': { title: 'Alarmregeln für Prometheus', text: 'Dasselbe für Prometheus, auf den Metriken von /api/telemetry/metrics.' },
    asyncapi: { title: 'AsyncAPI-Dokument', text: 'Die Topics und Nachrichten des Geräts, für Dokumentation und Codegeneratoren.' },
    'plc-structured-text': { title: 'SPS-Code', text: 'Strukturen und Funktionsbausteine nach IEC 61131-3, die Prozessdaten dekodieren und kodieren, mit Skalierung und Grenzen.' },
    python: { title: 'Python-Client', text: 'Neueste Werte, Verlauf und laufende Messwerte, und wie man Prozessdaten sendet.' },
    typescript: { title: 'TypeScript-Client', text: 'Eine Klasse ohne Pakete, mit den Werten des Geräts als Typen.' },
    curl: { title: 'curl-Skript', text: 'Die Anfragen nach Werten, Verlauf, Ereignissen und zum Dekodieren, zum Ausprobieren.' },
  },
};
