import { describe, expect, it } from 'vitest';
import { en } from '../../i18n/en';
import { requestOf, targetText, timingText } from './channelTexts';

describe('channels', () => {
  it('show the host of a webhook and not what may be its secret', () => {
    expect(targetText({ type: 'webhook', url: 'https://chat.example.org/hooks/secret' })).toBe('chat.example.org');
    expect(targetText({ type: 'email', recipients: ['a@example.org', 'b@example.org'] })).toBe('a@example.org, b@example.org');
  });

  it('say when they tell', () => {
    expect(timingText({ after: '0s', gather: '10s' }, en)).toBe('gathered over 10s');
    expect(timingText({ after: '15m', gather: '10s', repeat: '1h' }, en)).toBe('after 15m unacknowledged, gathered over 10s, again every 1h');
  });

  it('send back what people set, and nothing that the other type has', () => {
    expect(requestOf({ id: 1, name: ' Shift ', type: 'webhook', url: 'https://x.example.org', recipients: [], subject: 's', after: '', created_by: 'x' }))
      .toEqual({ name: 'Shift', type: 'webhook', url: 'https://x.example.org' });
  });
});
