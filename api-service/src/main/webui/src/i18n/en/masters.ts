export const masters = {
  add: 'Add a master', change: 'Change the master', none: 'No master is read yet.', noneHint: 'Add an IO-Link master by its address. What hangs on its ports registers by itself.', waitingText: 'A master waits for a bridge that reads it.',
  kind: 'Speaks', kindText: 'What the master answers.', kinds: { ifm_http: 'ifm IoT core', json_io_link: 'JSON for IO-Link' }, address: 'Address', addressText: 'In a network that the operator allows (GREENSTACK_MASTERS_NETWORKS).',
  id: 'Id', idAuto: 'made of the address', interval: 'Read every', user: 'User', password: 'Password', passwordKept: 'stays as it is', passwordShow: 'Show the password', verify: 'Somebody has to vouch for its certificate', enabled: 'Read it',
  test: 'Try to reach it', reachable: (ms: number) => `It answers, after ${ms} ms`, unreachable: 'It cannot be reached', firmware: 'Firmware', firmwareIs: (release: string) => `firmware ${release}`, portHas: (port: number, what: string) => `Port ${port}: ${what}`,
  states: { disabled: 'not read', waiting: 'waits for a bridge', connected: 'connected', slow: 'too slow', away: 'does not answer', refused: 'refuses' }, sinceIs: (at: string) => `since ${at}`,
  inUse: 'Ports in use', ofPorts: (n: number, all: number) => `${n} of ${all} ports in use`, readTakes: 'Reading takes', lastContact: 'Last contact', about: 'About it', removeText: (name: string) => `Deletes ${name}. Its devices stay registered; nobody reads them any more.`,
  ports: 'Ports', portsNone: 'Its ports are not known yet.', port: 'Port', mode: 'Mode', nothing: 'nothing', cycle: 'Cycle', invalid: 'Invalid readings', changes: 'What hung here before', changesOf: (port: number) => `What hung on port ${port}`, changesNone: 'No other device was seen on it.',
};
