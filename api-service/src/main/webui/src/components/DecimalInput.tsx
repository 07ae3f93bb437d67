import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';

/** The number of what is typed; `39.` is 39, and `-` is none yet. */
export function numberOf(typed: number | string): number | undefined {
  const value = typeof typed === 'number' ? typed : typed.trim() === '' ? NaN : Number(typed);
  return Number.isNaN(value) ? undefined : value;
}

function close(a: number | undefined, b: number | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
}

/** Takes a number with decimals. What is typed stays as it is until the number is another one: `39.` must not be taken away. */
export function DecimalInput({ value, onChange, ...props }: Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  value: number | undefined; onChange: (value: number | undefined) => void;
}) {
  const [typed, setTyped] = useState<number | string>(value ?? '');
  return (
    <NumberInput {...props} value={close(numberOf(typed), value) ? typed : value ?? ''} onChange={(next) => {
      setTyped(next);
      onChange(numberOf(next));
    }} />
  );
}
