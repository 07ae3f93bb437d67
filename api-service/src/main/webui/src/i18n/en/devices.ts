export const devices = {
  title: 'Devices', search: 'Id or name', state: 'Binding', connection: 'State', description: 'Description', lastSeen: 'Last seen', labels: 'Labels', since: 'Since',
  empty: 'No device has registered yet.', emptyHint: 'A device appears here as soon as it publishes to devices/{id}/register.', nothing: 'No device matches.',
  filtered: (id: string) => `Bound to description ${id}`,
  count: (n: number) => (n === 1 ? '1 device' : `${n} devices`), noLabels: 'No device has a label.', noLabelsHint: 'Give devices labels such as line=4 on their page or on the wall; here they become a map of the plant.',
  withoutLabels: (n: number) => (n === 1 ? '1 device has no label.' : `${n} devices have no label.`),
  missingText: 'Devices have said what they are, and no description in the catalog fits. Import the file below, or bind one by hand.',
  missingNone: 'No device waits for a description.', solve: 'What helps', bindByHand: 'Bind by hand', add: 'Add a device', addText: 'A device that registers over MQTT appears by itself. This makes one by hand.', idText: 'Letters, digits and . _ : - as in its topics, at most 64.', descriptionText: 'What reads its process data. Empty: it names its values itself.',
};

export const device = {
  tabs: { live: 'Live', history: 'History', twin: 'Twin', set: 'Parameters', commands: 'Commands', events: 'Events', raw: 'Messages', about: 'About', generate: 'Generate' },
  raw: 'Raw process data', tryDecode: 'Try decoding', input: 'in', output: 'out', invalid: 'marked invalid by the device', noValues: 'Nothing has arrived from this device yet.', howToSend: 'Publish such a message to the MQTT broker. Values appear here as soon as it arrives.', sendExample: 'Send this message', sendExampleText: 'The suite publishes it in the place of the device, once.',
  value: 'Value', parameter: 'Parameter', meaning: 'Meaning', trend: 'Trend', age: 'Age', sparklines: 'Trends', toHistory: 'Show the history',
  streamOpen: 'Live', streamLost: 'Connection lost, trying again', streamConnecting: 'Connecting', streamRefused: 'The API refuses the live values',
  stale: 'stale', staleHint: 'Nothing new has come for a while, or the live connection is away: this is the last known value.',
  bind: 'Binding', bindTitle: (id: string) => `Binding of ${id}`, automatic: 'Automatic: the newest description that fits the identity', pinned: 'Choose a description',
  choose: 'Description', choosePlaceholder: 'Vendor or product', parametersText: 'Current values of the device parameters that its process data depends on. Empty = default.', saved: 'The binding is saved.',
  missingTitle: 'Description missing', missing: 'No description in the catalog fits this device. Import its file, or bind one by hand.',
  identityTitle: 'Octets that nobody can read', identityMissing: 'The device sends raw process data and has not said what it is. Bind a description by hand to decode them.',
  import: 'Import files', mode: 'Chosen', registered: 'Registered', lastRegistered: 'Last registered', firstSeen: 'First seen', stateSince: 'State since', clockAhead: (by: string) => `Clock ${by} ahead`, clockAheadMeans: 'The times of the device lie in the future; the arrival counts.', serial: 'Serial number', productId: 'Product id',
  attributes: 'Further attributes', notes: 'Notes', notesSaved: 'Saved.', location: 'Place', labelsHint: 'name or name=value, with Enter',
  login: 'MQTT login', noLogin: 'This device has no login of its own.', user: 'User name', topics: 'Topics', made: 'Made', rotated: 'Password changed', passwordOnce: 'The password, shown once',
  makeLogin: 'Make a login', newPassword: 'New password', removeLogin: 'Take the login away',
  remove: 'Delete device', removeText: (id: string) => `Deletes ${id} with its twin, commands and events from the registry. The stored history stays. If the device registers again it comes back.`,
  range: 'Time range', historyEmpty: 'Nothing is stored in this time.', historyPick: 'Parameters', historyNone: 'Choose a parameter to see its history.', truncated: 'Only the newest points are shown.',
  averaged: (every: string) => `averages over ${every}`, chart: (name: string) => `History of ${name}`, latest: 'Last', min: 'Min', max: 'Max',
};

export const history = {
  otherDevices: 'The same of other devices', earlier: 'Earlier', later: 'Later', zoomIn: 'Zoom in', zoomOut: 'Zoom out', from: 'From', to: 'To',
  hint: 'Drag over a part of a chart to look at it closely.',
  averagesHint: 'The line is the average, the band around it reaches from the lowest to the highest reading of each window.',
  points: (n: number) => (n === 1 ? '1 point' : `${n} points`),
};

export const twin = {
  title: 'Twin', empty: 'Nothing is wanted of this device, and it has reported nothing.', desired: 'Wanted', reported: 'Reported', state: 'State', rejected: 'rejected', waiting: 'waits for the device', equal: 'as wanted',
  open: (n: number) => (n === 1 ? '1 value open' : `${n} values open`), inStep: 'in step', version: (n: number) => `version ${n}`, versionHead: 'Version', edit: 'Change', unwant: 'Do not want', editOf: (name: string) => `Change ${name}`,
  want: 'Want a value', wantIt: 'Want it', asJson: 'As JSON (merge patch)', badJson: 'This is no JSON object.', remove: 'Delete twin', removeText: 'What is wanted and what was reported is deleted. The device is told so.',
  conflict: 'Somebody was faster', conflictText: 'The twin has changed since you began. Look at what is wanted now before you write.', theirs: (n: number) => `Wanted now (version ${n})`, yours: 'Your change', keepTheirs: 'Leave it', writeAnyway: 'Write mine too',
  changes: 'Last changes', at: 'When', source: 'By', change: 'Change',
};

export const commands = {
  title: 'Commands', send: 'Send a command', read: 'Read', write: 'Write', output: 'Output data', system: 'System command', other: 'Command', readBack: 'Read it back', outputText: 'What is left empty keeps what the device last got.', systemText: (name: string, device: string) => `${device} carries out “${name}” at once. That can take back all that was set.`, command: 'Command', parameters: 'Parameters (JSON)', go: 'Send', empty: 'No command was sent yet.', at: 'When', state: 'State', answer: 'Answer', by: 'By', late: 'late',
  states: { queued: 'queued', sent: 'sent, no answer yet', answered: 'answered', failed: 'failed', timed_out: 'timed out' },
};

export const events = {
  at: 'When', device: 'Device', deviceId: 'Device id', type: 'Kind', code: 'Code', what: 'Event', mode: 'State', active: 'active', activeNow: 'Active now', history: 'All', show: 'Which events', noneActive: 'No event is active.', none: 'No event was reported.',
  types: { error: 'error', warning: 'warning', notification: 'notification' }, modes: { appears: 'appeared', disappears: 'disappeared', singleshot: 'once' },
};

export const overview = {
  alarmsText: (urgent: number, shelved: number) => `${urgent} urgent, ${shelved} shelved`,
  rate: 'Messages per second', rateText: 'taken in by the bridge', lag: 'Lag of storing', lagText: 'oldest message that is not stored yet', lagLate: 'the store does not keep up, nothing is lost',
  title: 'Overview', devices: 'Devices', states: { connected: 'Connected', silent: 'Silent', disconnected: 'Disconnected' }, registered: 'registered', ofAll: (n: number) => `of ${n} registered`, silentText: 'known, nothing heard for a while', offlineText: 'have said goodbye, or their connection broke',
  missing: 'Descriptions missing', missingNone: 'every device can be decoded', missingSome: 'import their files to decode the devices', catalog: 'Descriptions', kinds: (iodd: number, eds: number) => `${iodd} IODD, ${eds} EDS`,
  events: 'Active events', eventsSome: 'reported and not gone', eventsNone: 'nothing is reported now', deadLetters: 'Dead letters', deadNone: 'nothing was given up', breakers: 'Open breakers', breakersNone: (n: number) => `all ${n} closed`,
  unknown: 'not known', attention: 'Devices that need attention', attentionNone: 'No device needs attention.', imports: 'Last imports', start: 'Start here', startText: 'Import the IODD or EDS files of your devices: drop them here.', startDevice: 'Add a device. One that publishes to devices/{id}/register appears by itself.',
};
