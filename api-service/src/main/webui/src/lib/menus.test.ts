import { describe, expect, it } from 'vitest';
import { asDesired, decimalsOf, holds, keyOf, rawOf, shownNumber, typed } from './menus';

describe('menus', () => {
  const values: Record<string, string> = { V_Mode: '1', 'V_Set/2': '7', V_On: 'true' };
  const of = (key: string) => values[key];

  it('evaluates conditions on values and record items', () => {
    expect(holds(undefined, of)).toBe(true);
    expect(holds({ condition_variable_id: 'V_Mode', condition_value: 1 }, of)).toBe(true);
    expect(holds({ condition_variable_id: 'V_Mode', condition_value: 2 }, of)).toBe(false);
    expect(holds({ condition_variable_id: 'V_Set', subindex: 2, condition_value: 7 }, of)).toBe(true);
    expect(holds({ condition_variable_id: 'V_On', condition_value: 1 }, of)).toBe(true);
    expect(holds({ condition_variable_id: 'V_Unknown', condition_value: 0 }, of)).toBe(false);
  });

  it('scales for people and back to the raw value', () => {
    const item = { gradient: 0.01, offset: 0, data_type: 'IntegerT' };
    expect(shownNumber('5000', item)).toBe(50);
    expect(rawOf(50.01, item)).toBe('5001');
    expect(shownNumber('394', { gradient: 0.1 })).toBe(39.4);
    expect(shownNumber('', item)).toBeNull();
    expect(decimalsOf('Dec.2')).toBe(2);
    expect(decimalsOf('Hex')).toBeUndefined();
  });

  it('makes values of the types that the API checks', () => {
    expect(typed('7', 'UIntegerT')).toBe(7);
    expect(typed('true', 'BooleanT')).toBe(true);
    expect(typed('***', 'StringT')).toBe('***');
    expect(typed('', 'UIntegerT')).toBe('');
  });

  it('puts record items below their variable in a twin', () => {
    expect(keyOf({ variable_id: 'V_Set', subindex: 2 })).toBe('V_Set/2');
    expect(asDesired({ 'V_Set/1': 1, 'V_Set/2': 7, V_Mode: 0 })).toEqual({ V_Set: { 1: 1, 2: 7 }, V_Mode: 0 });
  });
});
