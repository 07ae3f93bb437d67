import { expect, it } from 'vitest';
import { shownValue } from './shownValue';

it('takes numbers and truth values as such, and all else as a label', () => {
  expect(['21.5', '0', 'true', 'no_data', ' Run '].map(shownValue)).toEqual([21.5, 0, true, 'no_data', 'Run']);
});
