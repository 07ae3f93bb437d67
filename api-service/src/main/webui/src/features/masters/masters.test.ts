import { describe, expect, it } from 'vitest';
import { requestOf } from './masterRequest';
import { qualityText } from './quality';

describe('masters', () => {
  it('are changed without their password, which nobody is told', () => {
    expect(requestOf(undefined)).toEqual({ kind: 'ifm_http', address: '' });
    const request = requestOf({ id: 'm1', name: 'Press', kind: 'json_io_link', address: 'https://10.0.0.7', interval: '500ms', enabled: true, username: 'admin', has_password: true, state: 'connected' });
    expect(request).toEqual({ name: 'Press', kind: 'json_io_link', address: 'https://10.0.0.7', interval: '500ms', enabled: true, username: 'admin' });
  });

  it('say how many readings of a port were invalid', () => {
    expect(qualityText({})).toBe('–');
    expect(qualityText({ readings: 1197, invalid: 3 })).toBe('3 / 1200 (0.25 %)');
    expect(qualityText({ readings: 12 })).toBe('0 / 12');
  });
});
