export const outputs = {
  text: 'Decoded values always go to the live view and to the store of the history. They can go to other places too.',
  none: 'No service is known that sends values anywhere.', noneHint: 'The operator sets GREENSTACK_BRIDGE_URL and GREENSTACK_INGESTION_URL.',
  on: 'on', off: 'off', target: 'Where', settings: 'Settings', instance: 'Instance', unset: 'not set',
  offText: (setting: string) => `The operator switches it on with ${setting}.`, silent: (instance: string, why: string) => `${instance}: ${why}`,
  names: { influxdb: 'History', namespace: 'Topics of the plant', 'sparkplug-node': 'Sparkplug B edge node', kafka: 'Kafka' } as Record<string, string>,
  what: {
    influxdb: 'Each value with its time, in a time-series store.', namespace: 'The newest values on MQTT topics of your own, a unified namespace.',
    'sparkplug-node': 'Devices as a Sparkplug B host sees them, with births, types and units.', kafka: 'Each value and event as a record, for those who have outgrown one store.',
  } as Record<string, string>,
  counters: { sent: 'Sent', waiting: 'Waiting', refused: 'Refused', failed: 'Tried again', dropped: 'Dropped' } as Record<string, string>,
};
