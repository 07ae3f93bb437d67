import { describe, expect, it } from 'vitest';
import { nextCursor } from './cursor';

describe('the next page of dead letters', () => {
  it('is in the Link header', () => {
    expect(nextCursor('<http://h/api/dead-letters?size=2>; rel="first", <http://h/api/dead-letters?size=2&cursor=a%2Cb>; rel="next"')).toBe('a,b');
    expect(nextCursor('</api/dead-letters?cursor=x>; rel=next')).toBe('x');
    expect(nextCursor('<http://h/api/dead-letters>; rel="first"')).toBeUndefined();
    expect(nextCursor(null)).toBeUndefined();
  });
});
