export const sets = {
  title: 'Parameter set', heldAgainst: 'Hold against', against: { wanted: 'Wanted', defaults: 'Defaults', other: 'Another set' }, found: 'As found', only: 'Differences only', differs: 'differs', equal: 'the same',
  count: (n: number) => (n === 0 ? 'no difference' : n === 1 ? '1 difference' : `${n} differences`), noDifference: 'Nothing differs.', nothingFound: 'The device has not reported any parameter yet. Read some under Commands, or have it report them.',
  access: 'Access', writable: 'read, write', readOnly: 'read', file: 'From a file', kept: 'That was kept', keep: 'Keep as found', keptName: (id: string) => `${id} as found`, keptAs: (name: string) => `It is kept as “${name}”.`, read: 'Read from the device',
  readOf: (state: string, read: number, total: number, left: number) => `${state === 'running' ? 'being read' : state === 'failed' ? 'not read to the end' : 'read'}: ${read} of ${total}${left > 0 ? `, ${left} not told` : ''}`, device: 'Of a device', want: (n: number) => (n === 1 ? 'Want this value' : `Want these ${n} values`),
  wantText: (n: number) => `${n === 1 ? 'The value that differs becomes' : `The ${n} values that differ become`} wanted of the device, as they stand in the right column. It is told so, and the audit log notes who did it.`, wanted: 'The twin wants them now.',
};
