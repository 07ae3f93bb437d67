export const mqtt = {
  broker: 'Broker', address: 'Address', version: 'Version', uptime: 'Up for', clients: 'Clients', subscriptions: 'Subscriptions', retainedMessages: 'Retained messages', received: 'Received per second', sent: 'Sent per second',
  statistics: 'Figures', noStatistics: 'the broker publishes none', bridge: 'Bridge', lanePaused: 'paused',
  publish: 'Publish', topic: 'Topic', payload: 'Payload', retain: 'Retain', queued: (topic: string) => `Handed over for ${topic}`,
  filter: 'Topic filter', watch: 'Watch', filterProblems: { empty: 'A filter is needed, such as devices/#.', hash: '# stands alone and last.', plus: '+ stands alone between slashes.' },
  topics: 'Topics', messages: 'Messages', time: 'Time', size: 'Size', retained: 'retained', count: (n: number) => (n === 1 ? '1 message' : `${n} messages`), dropped: (n: number) => `${n} missing`,
  decodedBy: (product: string) => `Decoded by ${product}`, noDescription: 'The device is bound to no description: nothing says what the octets mean.',
  filterText: 'Topic or payload', pause: 'Pause', resume: 'Go on', paused: 'paused', save: 'Keep as JSON', none: 'No message has come yet.', noMatch: 'No message matches.', truncated: 'cut',
  states: { connecting: 'connecting', open: 'live', lost: 'connection lost, trying again', refused: 'refused by the API', ended: 'ended' },
};

export const deadLetters = {
  none: 'Nothing was given up.', noMatch: 'No dead letter matches.', all: 'all', allFiltered: 'all that match', replay: 'Replay', discard: 'Discard', older: 'Older',
  replayed: (n: number) => (n === 1 ? '1 message is sent again' : `${n} messages are sent again`), discarded: (n: number) => (n === 1 ? '1 message discarded' : `${n} messages discarded`),
  discardText: (what: string) => `Discard for ever: ${what}?`, oldest: (at: string) => `oldest ${at}`, waiting: (n: number) => `${n} replays wait`, at: 'Received', reason: 'Reason', why: 'Why', stored: 'Given up', replayOf: 'Replay of', cut: 'Only the first part of the payload was kept; a replay would not be the same message.',
};

export const services = {
  flow: 'Messages', flowText: 'Every message that a service takes in is written, set aside as a dead letter, or still held.', flowNone: 'The addresses of the edge services are not configured.', taken: 'Received', written: 'Written', held: 'Held',
  health: 'Health of the API', required: 'required', optional: 'optional', breakers: 'Circuit breakers', breakersText: 'An open breaker spares a dependency that fails; it tries again by itself. Reset it when the cause is mended.',
  service: 'Service', towards: 'Towards', state: 'State', failures: 'Failures', opened: 'Opened', last: 'Last change', reset: 'Reset',
};

export const keys = {
  addresses: 'Usable from', addressesText: 'Addresses or ranges; empty: everywhere', anywhere: 'everywhere', rotate: 'Exchange', rotateOf: (name: string) => `Exchange ${name}`, rotateText: 'A new key with the same rights takes its place. The old one goes on for the time below.', overlap: 'The old key goes on for',
  overlaps: { '0s': 'not at all', '1h': '1 hour', '24h': '1 day', '168h': '7 days' },
  none: 'There is no key.', make: 'Make a key', scope: 'May', scopes: { viewer: 'look', operator: 'operate', admin: 'administer' }, created: 'Made', used: 'Last used', expires: 'Ends', revoked: 'revoked', revoke: 'Revoke',
  revokeText: (name: string) => `Who uses ${name} is locked out at once.`, once: 'The key, shown once',
};
