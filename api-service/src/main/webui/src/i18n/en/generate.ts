export const generate = {
  tables: 'Tables', format: 'Format', download: 'Download', look: 'Look', parameters: 'Parameters', processData: 'Process data', events: 'Events', history: 'History of the last hour',
  names: {
    'node-red-monitoring': { title: 'Node-RED: monitoring', text: 'A flow that receives what the device publishes and decodes it to named values; events and the state of the connection beside them.' },
    'node-red-control': { title: 'Node-RED: control', text: 'A flow that reads and writes the parameters of the device with commands, and shows the answers.' },
    'node-red-custom': { title: 'Node-RED: both', text: 'Monitoring and control in one flow.' },
    'grafana-dashboard': { title: 'Grafana dashboard', text: 'Curves, states and events with units, limits and texts. Import it in Grafana.' },
    'grafana-alerts': { title: 'Grafana alert rules', text: 'For values outside their limits, silence and events. Put the file into provisioning/alerting.' },
    'prometheus-rules': { title: 'Prometheus alert rules', text: 'The same for Prometheus, on the metrics of /api/telemetry/metrics.' },
    asyncapi: { title: 'AsyncAPI document', text: 'The topics and messages of the device, for documentation and code generators.' },
    'plc-structured-text': { title: 'PLC code', text: 'Structures and function blocks of IEC 61131-3 that decode and encode the process data, with scaling and limits.' },
    python: { title: 'Python client', text: 'Newest values, history and live readings, and how to publish process data.' },
    typescript: { title: 'TypeScript client', text: 'A class without packages, with the values of the device as types.' },
    curl: { title: 'curl script', text: 'The requests for values, history, events and decoding, to try at a prompt.' },
  },
};
