import type * as en from '../en/outputs';

export const outputs: typeof en.outputs = {
  text: 'Dekodierte Werte gehen immer in die Live-Ansicht und in den Speicher des Verlaufs. Sie können auch anderswohin gehen.',
  none: 'Es ist kein Dienst bekannt, der Werte weitergibt.', noneHint: 'Der Betreiber setzt GREENSTACK_BRIDGE_URL und GREENSTACK_INGESTION_URL.',
  on: 'an', off: 'aus', target: 'Wohin', settings: 'Einstellungen', instance: 'Instanz', unset: 'nicht gesetzt',
  offText: (setting) => `Der Betreiber schaltet es mit ${setting} ein.`, silent: (instance, why) => `${instance}: ${why}`,
  names: { influxdb: 'Verlauf', namespace: 'Topics der Anlage', 'sparkplug-node': 'Sparkplug-B-Knoten', kafka: 'Kafka' },
  what: {
    influxdb: 'Jeder Wert mit seiner Zeit, in einem Zeitreihenspeicher.', namespace: 'Die neuesten Werte auf eigenen MQTT-Topics, ein Unified Namespace.',
    'sparkplug-node': 'Geräte, wie ein Sparkplug-B-Host sie sieht, mit Births, Typen und Einheiten.', kafka: 'Jeder Wert und jedes Ereignis als Datensatz, für alle, denen ein Speicher nicht mehr reicht.',
  },
  counters: { sent: 'Gesendet', waiting: 'Wartend', refused: 'Abgelehnt', failed: 'Noch einmal versucht', dropped: 'Verworfen' },
};
