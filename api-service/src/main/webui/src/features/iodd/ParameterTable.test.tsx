// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { IoddParameter } from '../../api/types';
import { show } from '../../test/show';
import { ParameterTable } from './ParameterTable';
import { allowed, csvRows, matches } from './parameters';

const RECORD: IoddParameter = {
  variable_id: 'V_Settings', index: 70, name: 'Settings', data_type: 'RecordT', access_rights: 'rw', bit_length: 16,
  record_items: [
    { subindex: 1, name: 'Mode', data_type: 'UIntegerT', bit_offset: 8, bit_length: 8, default_value: '0', single_values: [{ value: '0', name: 'Level' }] },
    { subindex: 2, name: 'Averaging time', data_type: 'UIntegerT', bit_offset: 0, bit_length: 8, ranges: [{ min_value: '1', max_value: '60' }], unit: 's' },
  ],
};

describe('parameters', () => {
  it('shows the items of a record below it', async () => {
    show(<ParameterTable parameters={[RECORD]} />);
    expect(screen.queryByText('Averaging time')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show the items of Settings' }));
    expect(screen.getByText('Averaging time')).toBeTruthy();
    expect(screen.getByText('1 … 60 s')).toBeTruthy();
    expect(screen.getByText('0 = Level')).toBeTruthy();
  });

  it('opens the record in which a search found something', () => {
    show(<ParameterTable parameters={[RECORD]} wanted="averaging" />);
    expect(screen.getByText('Averaging time')).toBeTruthy();
    expect(matches(RECORD, 'averaging')).toBe(true);
    expect(matches(RECORD, 'nowhere')).toBe(false);
  });

  it('writes record items into the file too', () => {
    const rows = csvRows([RECORD]);
    expect(rows).toHaveLength(4);
    expect(rows[3]!.slice(0, 4)).toEqual([70, 2, 'V_Settings', 'Averaging time']);
    expect(allowed(RECORD.record_items![1]!)).toEqual(['1 … 60 s']);
  });
});
