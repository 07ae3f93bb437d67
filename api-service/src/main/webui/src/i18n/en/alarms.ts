export const alarms = {
  one: 'Alarm', which: 'Which alarms', open: 'Open', history: 'All', search: 'Message or device', state: 'State', priority: 'Priority', atLeast: 'At least', kind: 'Cause', what: 'What is wrong', raised: 'Came', cleared: 'Went',
  acknowledgedBy: 'Acknowledged', rule: 'Rule', times: (n: number) => `${n} times`, shelvedUntil: (at: string) => `until ${at}`, sound: 'Sound', comment: 'Comment', say: 'Add comment', acknowledge: 'Acknowledge', shelve: 'Shelve',
  unshelve: 'Take off the shelf', howLong: 'For how long', acknowledgedCount: (n: number) => (n === 1 ? '1 alarm acknowledged' : `${n} alarms acknowledged`), shelvedCount: (n: number) => (n === 1 ? '1 alarm shelved' : `${n} alarms shelved`),
  noneOpen: 'No alarm is open.', none: 'There was no alarm yet.', noMatch: 'No alarm matches.', bell: (n: number) => (n === 0 ? 'Alarms: none to acknowledge' : n === 1 ? 'Alarms: 1 to acknowledge' : `Alarms: ${n} to acknowledge`),
  states: { active: 'active', acknowledged: 'acknowledged', cleared: 'gone', closed: 'closed', shelved: 'shelved' },
  priorities: { urgent: 'urgent', high: 'high', medium: 'medium', low: 'low' },
  kinds: { event: 'event', range: 'limit', rate: 'change too fast', status: 'no measurement', silence: 'silence', disconnected: 'disconnected', dead_letters: 'dead letters' },
  actions: { raised: 'came', cleared: 'went', acknowledged: 'acknowledged', shelved: 'shelved', unshelved: 'taken off the shelf', commented: 'said' },
};

export const rules = {
  make: 'Make a rule', change: 'Change the rule', none: 'There is no rule.', noneHint: 'Alarms come from events of devices by themselves. A rule makes an alarm of a value, of silence, of a lost connection or of dead letters.',
  when: 'When', holdsFor: 'For', standing: 'Standing', on: 'On', onOf: (name: string) => `${name} makes alarms`, why: 'Why there is this rule', removeText: (name: string) => `Deletes ${name}. Its alarms that stand are cleared and stay in the list.`,
  anyParameter: 'any value', anyStatus: 'any', or: 'or', longerThan: (time: string) => `for longer than ${time}`, outsideDescribed: (of: string) => `${of} outside of the range of its description`,
  faster: (of: string, change: number, over: string) => `${of} changes by more than ${change} within ${over}`, hasStatus: (of: string, status: string) => `${of} has the status ${status}`, silentFor: (time: string) => `nothing heard for ${time}`,
  deadLetters: (n: number, over: string) => `${n} dead letters within ${over}`, disconnected: 'disconnected', withLabel: (label: string) => `label ${label}`, withDescription: (id: number) => `description ${id}`, allDevices: 'all devices',
  updated: 'Last change', asLive: 'As the live values name it.', emptyIsAny: 'Empty: any.', described: 'The range that the description gives', low: 'Below', high: 'Above', deadBand: 'Comes back behind the limit by', changeBy: 'Change of more than', within: 'Within', statuses: 'Statuses',
  silence: 'Nothing heard for', count: 'Number of dead letters', onDelay: 'Wrong for at least', offDelay: 'Right again for at least', descriptionId: 'Number of the description',
  kinds: { range: 'Value outside of limits', rate: 'Value changes too fast', status: 'No measurement', silence: 'Silence', disconnected: 'Disconnected', dead_letters: 'Dead letters' },
  scopes: { all: 'All devices', device: 'One device', label: 'Devices with a label', description: 'Devices of a description' },
};
