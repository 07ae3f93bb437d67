import { describe, expect, it } from 'vitest';
import { columns } from './chart';

const at = (second: number, value?: number) => ({ timestamp: new Date(second * 1000).toISOString(), value });

describe('columns', () => {
  it('breaks the line where readings are missing', () => {
    expect(columns([at(1, 1), at(2, 2), at(3, 3), at(63, 4)])).toEqual([[1, 2, 3, 33, 63], [1, 2, 3, null, 4]]);
  });

  it('breaks the line where a status stands instead of a value', () => {
    expect(columns([at(1, 1), at(2), at(3, 3)])).toEqual([[1, 2, 3], [1, null, 3]]);
  });

  it('keeps few points as they are', () => {
    expect(columns([])).toEqual([[], []]);
    expect(columns([at(1, 1), at(100, 2)])).toEqual([[1, 100], [1, 2]]);
  });
});
