import { describe, expect, it } from 'vitest';
import { errorsOf, messageOf, requestOf } from './mappingText';

describe('mappings', () => {
  it('are sent back without what the API adds, and without empty expressions', () => {
    expect(requestOf({ id: 3, version: 2, name: 'Shelly', enabled: true, topics: ['shellies/+/relay'], device: '$topic[1]', values: '{}', when: '', updated_by: 'x' }))
      .toEqual({ name: 'Shelly', enabled: true, topics: ['shellies/+/relay'], device: '$topic[1]', values: '{}' });
  });

  it('have their errors at the expression, with the character', () => {
    const errors = [{ field: 'values:17', message: 'unexpected end' }, { field: 'device', message: 'no id' }, { message: 'other' }];
    expect(errorsOf(errors, 'values')).toBe('unexpected end (17)');
    expect(errorsOf(errors, 'device')).toBe('no id');
    expect(errorsOf(errors, 'time')).toBeUndefined();
  });

  it('are tried on JSON and on any other text', () => {
    expect(messageOf('{"a":1}')).toEqual({ a: 1 });
    expect(messageOf('on')).toBe('on');
  });
});
