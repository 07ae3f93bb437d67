export const channels = {
  make: 'Make a channel', change: 'Change the channel', none: 'Nobody is told of alarms.', noneHint: 'A channel tells people by a webhook or by e-mail. The operator of the suite allows hosts and the address of the sender first.',
  type: 'By', types: { webhook: 'Webhook', email: 'E-mail' }, to: 'To', least: 'At least', when: 'When', told: 'What is told', actions: 'Actions', onOf: (name: string) => `${name} tells`,
  url: 'Address', urlText: 'Gets a POST with JSON. Its host has to be allowed by GREENSTACK_WEBHOOK_HOSTS.', recipients: 'Addresses', recipientsText: 'With Enter; at most 20. Mail needs GREENSTACK_MAIL_FROM.',
  after: 'Only after', gather: 'Gather for', repeat: 'Tell again every', never: 'never', afterText: (time: string) => `after ${time} unacknowledged`, gatherText: (time: string) => `gathered over ${time}`, repeatText: (time: string) => `again every ${time}`,
  templates: 'Texts of the message', templatesText: 'Empty: the usual ones. In subject and text: {{count}}, {{summary}}, {{priority}}, {{lines}}, {{channel}}. In a line: {{device}}, {{message}}, {{raised_at}} and others.',
  subject: 'Subject', mailBody: 'Text', hookBody: 'JSON', line: 'Line of an alarm',
  trial: 'Try it', trialSent: (name: string) => `A trial message was sent over ${name}.`, secret: 'New secret', newSecret: 'Make a new secret', newSecretText: (name: string) => `What ${name} sends is signed with the new secret at once. The receiver has to know it.`,
  secretOnce: 'The secret that messages are signed with, shown once', removeText: (name: string) => `Deletes ${name}, and what was to be told over it.`,
  notices: 'Notices', noticesOf: (name: string) => `Notices over ${name}`, noticesNone: 'There are none.', reason: 'Why', attempts: 'Attempts', error: 'What went wrong',
  reasons: { raised: 'came', cleared: 'went', acknowledged: 'acknowledged', repeated: 'still there' }, states: { pending: 'waits', sent: 'sent', failed: 'failed', dropped: 'not needed' },
};
