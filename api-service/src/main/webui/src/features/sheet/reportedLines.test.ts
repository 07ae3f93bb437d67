import { describe, expect, it } from 'vitest';
import { reportedLines } from './reportedLines';

describe('the sheet of a device', () => {
  it('names what was reported, and is one page', () => {
    expect(reportedLines({ V_Unit: 1, V_Tag: { 'a/b': 'Press' }, gone: null })).toEqual([['V_Unit', '1'], ['V_Tag › a/b', 'Press']]);
    expect(reportedLines(undefined)).toEqual([]);
    expect(reportedLines(Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`p${i}`, i]))).length).toBe(40);
  });
});
