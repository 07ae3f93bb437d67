export const eds = {
  catalogNumber: 'Catalog number', productType: 'Product type', productCode: 'Product code', classes: 'Classification', features: 'Features', created: 'Created', modified: 'Modified',
  contents: 'Contents', groups: 'Groups', defaultConnection: 'Default connection',
  noParameters: 'This file describes no parameters.', filter: 'Number, name or help', group: 'Group', readOnly: 'read only', path: 'Path',
  noAssemblies: 'This file describes no assemblies.', assembly: 'Assembly', variable: 'variable', fixed: 'fixed', instance: 'Instance', size: 'Size', maxSize: 'Largest size', usedBy: 'Used by',
  members: 'Members', reference: 'Refers to',
  noConnections: 'This file describes no connections.', oToT: 'Scanner to device (O→T)', tToO: 'Device to scanner (T→O)', rpi: 'Packet interval (RPI)', formatOf: 'Format', realTime: 'Real-time format',
  connectionType: 'Connection type', priority: 'Priority', fixedOrVariable: 'Fixed or variable', transportClass: 'Transport class', triggers: 'Triggers', transportWord: 'Trigger and transport',
  parameterWord: 'Connection parameters', segments: 'Segments', config: 'Configuration', recipe: 'Recipe', host: 'Address of the device',
  ports: 'Ports', noPorts: 'This file describes no ports.', portNumber: 'Port number', inferredPorts: 'Ports by name', inferredText: 'Not declared by the file: found by the names of parameters and assemblies.',
  noModules: 'This is no modular device.', modular: 'Modular', width: 'Width', slots: 'Slots', slotRule: 'Numbering of slots', rack: 'Rack', entries: 'Entries',
  noNetwork: 'This file describes no network objects.', classCode: 'Class', maxInstances: 'Instances at most', staticInstances: 'Static instances', dynamicInstances: 'Dynamic instances at most',
  classAttributes: 'Class attributes', instanceAttributes: 'Instance attributes', classServices: 'Class services', instanceServices: 'Instance services',
  noCapacity: 'This file says nothing about capacity.', figures: 'Figures', traffic: 'Traffic', dataSize: 'Octets', rate: 'Packets per second',
  figureNames: {
    MaxMsgConnections: 'Message connections at most', MaxIOProducers: 'I/O producers at most', MaxIOConsumers: 'I/O consumers at most', MaxIOConnections: 'I/O connections at most',
    MaxCxPerConfigTool: 'Connections for each configuration tool', ConnOverhead: 'Overhead of a connection',
  },
};
