import { describe, expect, it } from 'vitest';
import { compared, knownFirst, same, valuesOfFile, wantedOf, type ParameterSet } from './compare';

const SET: ParameterSet = {
  format: 'greenstack-parameter-set-1', description_id: 7, parameters: [
    { name: 'Unit', parameter_id: 'V_Unit', data_type: 'UIntegerT', access_rights: 'rw', reported_value: 1, desired_value: 1, default_value: '0' },
    { name: 'Limits', item: 'Low', parameter_id: 'V_Limits', index: 60, subindex: 1, data_type: 'Float32T', access_rights: 'rw', unit: '°C', reported_value: 2.5, desired_value: 3, default_value: '2.50' },
    { name: 'Serial', parameter_id: 'V_Serial', access_rights: 'ro', reported_value: 'A1', default_value: 'none' },
    { name: 'Tag', parameter_id: 'V_Tag', access_rights: 'rw', default_value: '***' },
  ],
};

describe('parameter sets', () => {
  it('differ only where both have a value', () => {
    expect(compared(SET, 'wanted').filter((each) => each.differs).map((each) => each.key)).toEqual(['V_Limits/1']);
    expect(compared(SET, 'defaults').filter((each) => each.differs).map((each) => each.key)).toEqual(['V_Unit', 'V_Serial']);
    expect(compared(SET, 'other', new Map([['V_Unit', 4]])).filter((each) => each.differs)).toEqual([
      { key: 'V_Unit', name: 'Unit', unit: undefined, found: 1, other: 4, differs: true, writable: true },
    ]);
  });

  it('take numbers as numbers however they are written', () => {
    expect(same(1, '1.0')).toBe(true);
    expect(same(true, '1')).toBe(true);
    expect(same('', 0)).toBe(false);
    expect(same({ 1: 2 }, { 1: 2 })).toBe(true);
  });

  it('are wanted with the types that the device has', () => {
    expect(wantedOf(compared(SET, 'defaults').filter((each) => each.writable && each.differs), SET)).toEqual({ V_Unit: 0 });
    expect(wantedOf(compared(SET, 'other', new Map([['V_Limits/1', '4.5']])).filter((each) => each.differs), SET)).toEqual({ V_Limits: { 1: 4.5 } });
  });

  it('come from files of devices and of menus', () => {
    expect(valuesOfFile(JSON.stringify({ parameters: { V_Unit: 4 } }))).toEqual(new Map([['V_Unit', 4]]));
    expect(valuesOfFile(JSON.stringify({ parameters: [{ name: 'x', parameter_id: 'V_X', item: 'a', subindex: 2, value: 5 }] }))).toEqual(new Map([['V_X/2', 5]]));
    expect(() => valuesOfFile('{}')).toThrow();
  });

  it('show first what somebody knows', () => {
    const row = (key: string, found?: unknown, other?: unknown) => ({ key, name: key, found, other, differs: false, writable: false });
    expect(knownFirst([row('a'), row('b', null), row('c', 0), row('d', undefined, 1)]).map((each) => each.key)).toEqual(['c', 'd', 'a', 'b']);
  });
});
