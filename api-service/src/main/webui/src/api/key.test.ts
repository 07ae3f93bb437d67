import { afterEach, describe, expect, it } from 'vitest';
import { asker, keyHeader, keyRefused, keyState, setKey, setToken } from './key';

afterEach(() => setKey(null));

describe('what requests are signed with', () => {
  it('is the token of a person before a key', () => {
    setKey('gs_1');
    expect(keyHeader()).toEqual({ 'X-API-Key': 'gs_1' });
    setToken('abc');
    expect(keyHeader()).toEqual({ Authorization: 'Bearer abc' });
    setToken(null);
    expect(keyHeader()).toEqual({ 'X-API-Key': 'gs_1' });
  });

  it('is asked for when it is refused, but not when an older one was', () => {
    setToken('new');
    keyRefused({ Authorization: 'Bearer old' });
    expect(keyState().wanted).toBe(false);
    keyRefused({ Authorization: 'Bearer new' });
    expect(keyState()).toMatchObject({ wanted: true, refused: true });
  });

  it('names the same person after a token was renewed', () => {
    setToken('first');
    const before = asker(keyState());
    setToken('second');
    expect(asker(keyState())).toBe(before);
  });
});
