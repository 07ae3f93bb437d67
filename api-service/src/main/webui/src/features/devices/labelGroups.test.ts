import { describe, expect, it } from 'vitest';
import { labelGroups } from './labelGroups';

describe('the map of labels', () => {
  it('puts devices under each of their labels, numbers by size', () => {
    const a = { id: 'a', labels: { line: '10', critical: '' } };
    const b = { id: 'b', labels: { line: '9' } };
    const c = { id: 'c', labels: undefined };
    expect(labelGroups([a, b, c])).toEqual([
      { name: 'critical', values: [{ value: '', devices: [a] }] },
      { name: 'line', values: [{ value: '9', devices: [b] }, { value: '10', devices: [a] }] },
    ]);
    expect(labelGroups([c])).toEqual([]);
  });
});
