export const notes = {
  tab: 'Notes', title: 'Title', text: 'Note', status: 'State', comments: 'Comments', updated: 'Last change', write: 'Write a note', none: 'Nobody has noted anything.', hint: 'Questions to the vendor, findings from the line, agreements: they stay with the description.',
  reference: 'Where in the description', attach: 'Add a file', files: (n: number) => (n === 1 ? '1 file' : `${n} files`),
  statuses: { open: 'open', in_progress: 'in progress', resolved: 'resolved', closed: 'closed', wont_fix: 'stays so' }, priorities: { low: 'low', medium: 'medium', high: 'high', critical: 'critical' },
};

export const brand = {
  title: 'Branding', name: 'Name', primary: 'Colour', accent: 'Second colour', logo: 'Logo', chooseLogo: 'Choose a logo', removeLogo: 'Take the logo away', reset: 'Back to GreenStack', saved: 'The branding is saved.',
  text: 'Name and logo stand in the header; the colours mark the header only, so that texts stay readable whatever they are.', logoHint: 'PNG, JPEG or WebP, at most 256 KB.',
};
