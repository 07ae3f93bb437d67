export const mappings = {
  make: 'Make a mapping', ready: 'Ready ones', text: 'A mapping makes telemetry of whatever somebody publishes as JSON: topics, and JSONata expressions for the device, its values and their time.', none: 'There is no mapping.', noneHint: 'Begin with a ready one for Shelly, Tasmota and others, and change it.',
  topics: 'Topics', topicsText: 'MQTT topic filters, with Enter.', onOf: (name: string) => `${name} is applied`, removeText: (name: string) => `Deletes ${name}. Its messages are not taken any more.`, saved: 'Saved. The bridges apply it within seconds.', rule: 'Rule', what: 'What it is for',
  format: 'Payload', formats: { json: 'JSON', text: 'Text' }, zone: 'Time zone of times without one',
  expressions: { for_each: 'Items of a message with several', when: 'Only when', device: 'Device id', values: 'Values', time: 'Time', registration: 'Registration', state: 'Whether it is there', events: 'Events', process_data: 'Process data' },
  tryIt: 'Try it', next: 'Take the next message', matches: 'the topic fits', matchesNot: 'the topic does not fit', nothing: 'Nothing comes out.', took: (micros: number) => `took ${micros} µs`, registers: 'registers', event: (code: number) => `Event ${code}`, versions: 'Versions', take: 'Take into the form',
};

export const simulations = {
  make: 'Simulate a device', none: 'No device is simulated.', noneHint: 'A simulated device of any description registers, is bound and sends process data as a real one does.', interval: 'Every (ms)', events: 'Events now and then', description: 'Description', since: 'Since', fields: 'What its fields can show',
  stop: 'Stop', stopText: (id: string) => `${id} says that it is disconnected. The device and its history stay.`, show: 'Show', special: 'Special value or label', field: 'Field', seconds: 'For (s)', instead: (until: string) => `shows something else until ${until}`, showSomething: 'Show another value',
  event: 'Let an event happen', code: 'Code', happen: 'Let it happen', idAuto: 'made of the product', done: 'It is told to the device.',
};

export const source = {
  off: 'No library of descriptions is set.', offHint: 'The operator sets one with GREENSTACK_IODD_SOURCE_URL, or a folder. Then missing descriptions can be fetched.', at: 'Library', automatic: 'fetches missing descriptions by itself', byHand: 'fetches when asked', vendor: 'Vendor', product: 'Product', search: 'Search', fetch: 'Fetch', fetched: 'Fetched and stored.',
  missing: 'Descriptions that devices wait for', missingNone: 'No device waits for a description.', devices: 'Devices', tries: 'Tries', next: 'Next try', again: 'Try again at once', forgotten: (n: number) => `${n} are tried again.`, states: { waiting: 'not tried yet', fetched: 'fetched', not_found: 'not in the library', refused: 'cannot be used', away: 'library not reached' },
  found: 'In the library', foundNone: 'The library has nothing like this.', history: 'What was fetched', historyNone: 'Nothing was fetched yet.', by: 'By', from: 'From',
};
