import { describe, expect, it } from 'vitest';
import { byName } from '../../lib/order';
import { windowOf } from './useRowWindow';

describe('the window of a long list', () => {
  it('reaches over what can be seen, and moves by several rows at once', () => {
    expect(windowOf(0, 740, 37, 10_000)).toEqual([0, 32]);
    expect(windowOf(37 * 100, 740, 37, 10_000)).toEqual([88, 128]);
    expect(windowOf(37 * 101, 740, 37, 10_000)).toEqual([88, 136]);
  });

  it('ends with the list', () => {
    expect(windowOf(37 * 9999, 740, 37, 10_000)).toEqual([9984, 9999]);
    expect(windowOf(0, 740, 37, 1)).toEqual([0, 0]);
    expect(windowOf(500, 740, 37, 0)).toEqual([0, 0]);
  });
});

describe('the order of names', () => {
  it('is the one of people', () => {
    expect(['value 10', 'Value 9', 'value 1'].sort(byName)).toEqual(['value 1', 'Value 9', 'value 10']);
  });
});
