import type * as en from '../en/channels';

export const channels: typeof en.channels = {
  make: 'Kanal anlegen', change: 'Kanal ändern', none: 'Niemand erfährt von Alarmen.', noneHint: 'Ein Kanal benachrichtigt über einen Webhook oder per E-Mail. Der Betreiber erlaubt zuvor Rechner und Absender.',
  type: 'Über', types: { webhook: 'Webhook', email: 'E-Mail' }, to: 'An', least: 'Mindestens', when: 'Wann', told: 'Was gemeldet wird', actions: 'Aktionen', onOf: (name) => `${name} meldet`,
  url: 'Adresse', urlText: 'Bekommt ein POST mit JSON. Der Rechner muss in GREENSTACK_WEBHOOK_HOSTS erlaubt sein.', recipients: 'Adressen', recipientsText: 'Mit Enter; höchstens 20. E-Mail braucht GREENSTACK_MAIL_FROM.',
  after: 'Erst nach', gather: 'Sammeln für', repeat: 'Wieder melden alle', never: 'nie', afterText: (time) => `nach ${time} ohne Quittung`, gatherText: (time) => `gesammelt über ${time}`, repeatText: (time) => `wieder alle ${time}`,
  templates: 'Texte der Meldung', templatesText: 'Leer: die üblichen. In Betreff und Text: {{count}}, {{summary}}, {{priority}}, {{lines}}, {{channel}}. In einer Zeile: {{device}}, {{message}}, {{raised_at}} und andere.',
  subject: 'Betreff', mailBody: 'Text', hookBody: 'JSON', line: 'Zeile eines Alarms',
  trial: 'Ausprobieren', trialSent: (name) => `Eine Probemeldung ging über ${name} hinaus.`, secret: 'Neues Geheimnis', newSecret: 'Neues Geheimnis anlegen', newSecretText: (name) => `Was ${name} sendet, wird sofort mit dem neuen Geheimnis unterschrieben. Der Empfänger muss es kennen.`,
  secretOnce: 'Das Geheimnis, mit dem Meldungen unterschrieben werden, einmal gezeigt', removeText: (name) => `Löscht ${name} und was darüber noch zu melden war.`,
  notices: 'Meldungen', noticesOf: (name) => `Meldungen über ${name}`, noticesNone: 'Es gibt keine.', reason: 'Warum', attempts: 'Versuche', error: 'Was schiefging',
  reasons: { raised: 'gekommen', cleared: 'gegangen', acknowledged: 'quittiert', repeated: 'noch da' }, states: { pending: 'wartet', sent: 'gesendet', failed: 'fehlgeschlagen', dropped: 'nicht nötig' },
};
