import { describe, expect, it } from 'vitest';
import type { Latest } from '../../api/types';
import { columnsOf, numbered, selectionOf, valueOf, wallSearch, withAll } from './selection';

const latest = (values: Latest['values']): Latest => ({ device_id: 'd', stale: false, connection_state: 'connected', values });
const temperature = { name: 'Temperature', value: 23.5, unit: '°C', timestamp: '2026-01-01T00:00:00Z' };

describe('a wall', () => {
  it('is its address', () => {
    const params = new URLSearchParams('label=line%3D4&column=Temperature&column=Pressure&pin=a');
    expect(selectionOf(params)).toEqual({ devices: [], q: '', label: 'line=4', connection: '', columns: ['Temperature', 'Pressure'], pinned: ['a'] });
    expect(withAll(params, 'column', ['x']).toString()).toBe('label=line%3D4&pin=a&column=x');
    expect(wallSearch({ q: '', label: 'line=4' })).toBe('label=line%3D4');
  });

  it('finds a value by its name and by its key', () => {
    const view = latest({ t1: temperature, raw: { value: 1, timestamp: '' } });
    expect(valueOf(view, 'Temperature')).toBe(temperature);
    expect(valueOf(view, 't1')).toBe(temperature);
    expect(valueOf(view, 'Pressure')).toBeUndefined();
    expect(valueOf(undefined, 'Temperature')).toBeUndefined();
  });

  it('tells values of one name apart by their keys', () => {
    const view = latest({ a1: { name: 'Alarm', value: true, timestamp: '' }, a2: { name: 'Alarm', value: false, timestamp: '' } });
    expect(columnsOf([view])).toEqual(['a1', 'a2']);
    expect(valueOf(view, 'a2')?.value).toBe(false);
    expect(valueOf(view, 'Alarm')).toBeUndefined();
  });

  it('shows first what most devices have', () => {
    expect(columnsOf([latest({ a: temperature }), latest({ b: temperature, c: { value: 1, timestamp: '' } }), undefined])).toEqual(['Temperature', 'c']);
  });
});

describe('names in a row', () => {
  it('take their number where the pattern wants it', () => {
    expect(numbered('Press {n}', 7)).toBe('Press 7');
    expect(numbered('P-{n:3}', 7)).toBe('P-007');
    expect(numbered('Pump', 2)).toBe('Pump 2');
  });
});
