import { describe, expect, it } from 'vitest';
import { pathOf } from './session';

describe('where a sign-in goes back to', () => {
  it('is a path of this UI and nothing else', () => {
    expect(pathOf('/devices?q=press')).toBe('/devices?q=press');
    for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', undefined, {}]) {
      expect(pathOf(evil)).toBe('/');
    }
  });
});
