export const audit = {
  at: 'When', actor: 'Who', method: 'Method', path: 'What', pathBegins: 'Path begins with', status: 'Answer', refusedOnly: 'Refused only', none: 'Nothing was changed over the API yet.', noMatch: 'No entry matches.',
  noBody: 'Nothing was sent with it.',
};

export const about = {
  table: 'Table', rows: 'Rows (estimated)', parametersOf: (kind: string) => `Parameters of ${kind}`, packages: 'EDS packages', licence: 'Licence', licenceText: 'GreenStack is free software under the Apache licence 2.0.',
  room: 'Room', database: 'Database', spool: 'Volume for uploads', freeOf: (free: string, all: string) => `${free} free of ${all}`, asOf: 'As of', tables: 'Largest tables',
};

export const settings = {
  language: 'Language', looks: 'What this browser shows', cards: 'Begin the list of devices as cards', range: 'Length of history shown first', sound: 'Sound when an alarm appears', grafana: 'Address of Grafana', grafanaText: 'Histories lead to the dashboard of their device there, once it is imported.',
  soundText: 'Browsers play a sound only after the page was clicked once.', browserOnly: 'These choices are kept in this browser only.',
  retention: 'How long data are kept', retentionText: 'Set where the services are configured; what is older is deleted by itself.', 
  kept: { events: 'Events of devices', commands: 'Commands', audit: 'Audit log', alarms: 'Alarms that are over' },
  days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
};

export const cache = {
  kind: 'What', ratio: 'Spared', hits: 'Found', misses: 'Not found', load: 'Mean time to read', ttl: 'Kept for', clear: 'Forget', clearAll: 'Forget everything', cleared: 'The cache has forgotten.', server: 'Server',
  text: 'The cache spares the database. Without it everything is slower and just as right.', used: 'Entries take', of: (used: string, all: string) => `${used} of ${all}`, memory: 'Memory of Redis', local: 'Ready in this process',
};

export const maintenance = {
  allImports: 'All imports', importsNone: 'No import is running.', reread: 'Read all files anew', rereadNow: 'Read them now', rereadText: 'After an update, what a newer reader finds in the stored files is taken over. It goes on in the background.',
  rereadNone: 'This was never asked for.', started: 'The files are read in the background.', files: (done: number, total: number) => `${done} of ${total} files`, refused: (n: number) => `${n} refused`,
  left: 'Left over', leftText: 'Nothing refers to these any longer.', remove: 'Remove', removeText: (n: number, kind: string) => `${kind}: ${n} are removed for good.`, removed: 'What was left over is removed.',
  kinds: { eds_packages: 'Packages of EDS files that are gone', notes: 'Notes about descriptions that are gone', search_parts: 'Places in the search index', search_texts: 'Texts in the search index' },
};
