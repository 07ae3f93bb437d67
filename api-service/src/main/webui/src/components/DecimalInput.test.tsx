// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { show } from '../test/show';
import { DecimalInput, numberOf } from './DecimalInput';

function Held() {
  const [value, setValue] = useState<number | undefined>(undefined);
  return <><DecimalInput label="Limit" value={value} onChange={setValue} /><p>{`is ${value}`}</p><button type="button" onClick={() => setValue(7)}>seven</button></>;
}

describe('a number with decimals', () => {
  it('can be typed key by key', async () => {
    show(<Held />);
    await userEvent.type(screen.getByLabelText('Limit'), '39.4');
    expect(screen.getByText('is 39.4')).toBeTruthy();
    await userEvent.clear(screen.getByLabelText('Limit'));
    await userEvent.type(screen.getByLabelText('Limit'), '-0.05');
    expect(screen.getByText('is -0.05')).toBeTruthy();
    await userEvent.click(screen.getByText('seven'));
    expect(screen.getByLabelText<HTMLInputElement>('Limit').value).toBe('7');
  });

  it('is none as long as it is none', () => {
    expect([39, '39.', '-', '', ' ', '1e'].map(numberOf)).toEqual([39, 39, undefined, undefined, undefined, undefined]);
  });
});
