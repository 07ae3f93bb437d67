import { describe, expect, it } from 'vitest';
import { sizeRange } from './sizes';

const ms = (us: number) => `${us / 1000} ms`;

describe('sizes of connections', () => {
  it('shows what is given and nothing else', () => {
    expect(sizeRange(undefined, ms)).toBe('–');
    expect(sizeRange({ none: true }, ms)).toBe('–');
    expect(sizeRange({ minimum: 1000, maximum: 1000 }, ms)).toBe('1 ms');
    expect(sizeRange({ minimum: 1000, maximum: 1_000_000, default_value: 10_000, parameter: 'Param450' }, ms)).toBe('1 ms … 1000 ms → 10 ms (Param450)');
  });
});
