export const search = {
  hint: 'Devices, parameters, units, events, codes …',
  examples: 'For example: pressure bar, index 60, 0x8C40, which sensors give bar?',
  kind: 'Kind',
  narrow: 'Narrow the search',
  corrected: 'Nothing has exactly this. Shown is what was found for',
  everything: (text: string) => `All results for “${text}”`,
  allLists: 'All kinds of results',
  more: 'Show more',
  descriptions: (n: number) => (n === 1 ? '1 description' : `${n} descriptions`),
  atLeast: 'at least',
  facets: { vendor: 'Vendor', revision: 'IO-Link revision', feature: 'Features' },
  lists: {
    iodd_devices: 'IO-Link descriptions', eds_devices: 'EtherNet/IP descriptions', other_descriptions: 'Other descriptions', devices: 'Devices',
    parameters: 'Parameters', process_data: 'Process data', assemblies: 'Assemblies', connections: 'Connections', enums: 'Values with a meaning',
    events: 'Events', errors: 'Errors', menus: 'Menus',
  },
};
