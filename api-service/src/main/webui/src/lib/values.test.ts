import { describe, expect, it } from 'vitest';
import type { LayoutFrame } from '../api/types';
import { conditionsHold, frameHolds, scalingOf } from './bits';
import { bitOf, spacedHex } from './hex';
import { displayed, sizeText } from './numbers';
import { csv, fileName } from './save';
import { sparkline, Trails } from './trails';
import { rangeText, scaled, scalingText } from './units';

describe('numbers and units', () => {
  it('follow the display format of the description', () => {
    expect(displayed(24, 'Dec.1')).toBe('24.0');
    expect(displayed(39.4, 'Dec')).toBe('39.4');
    expect(displayed(255, 'Hex')).toBe('0xFF');
    expect(displayed(5, 'Bin')).toBe('0b101');
    expect(displayed(-5, 'Hex')).toBe('-5');
    expect(displayed(0.1 + 0.2, undefined)).toBe('0.3');
  });

  it('scale without the noise of binary fractions', () => {
    expect(scaled(394, 0.1)).toBe(39.4);
    expect(scaled(100, 0.18, 32)).toBe(50);
    expect(scalingText(0.1, -5, '°C')).toBe('× 0.1 − 5 °C');
    expect(scalingText(1, 0, undefined)).toBe('');
  });

  it('write ranges and sizes', () => {
    expect(rangeText(1, 60, 's')).toBe('1 … 60 s');
    expect(rangeText(undefined, 9)).toBe('≤ 9');
    expect(rangeText(undefined, undefined)).toBe('');
    expect(sizeText(2 * 1024 ** 3)).toBe('2.00 GiB');
  });
});

describe('bits', () => {
  it('are counted from the end by IO-Link and from the start by CIP', () => {
    expect(bitOf('0001', 0, 'big_endian')).toBe(true);
    expect(bitOf('0001', 8, 'little_endian')).toBe(true);
    expect(bitOf('8000', 15, 'big_endian')).toBe(true);
    expect(spacedHex('00EB02')).toBe('00 EB 02');
  });

  it('choose the frame and the scaling by conditions, with defaults', () => {
    const parameters = [{ variable: 'V_Mode', default: 0 }];
    const frame: LayoutFrame = {
      id: 'a', bit_length: 8, byte_order: 'big_endian', when: [{ variable: 'V_Mode', value: 0 }],
      fields: [{ key: 't', bit_offset: 0, bit_length: 8, type: 'integer', scalings: [{ when: [{ variable: 'V_Unit', value: 1 }], unit: '°F' }, { unit: '°C' }] }],
    };
    expect(frameHolds(frame, {}, parameters)).toBe(true);
    expect(frameHolds(frame, { V_Mode: 1 }, parameters)).toBe(false);
    expect(conditionsHold([{ variable: 'V_Other', value: 0 }], {}, parameters)).toBe(false);
    expect(scalingOf(frame.fields![0]!, { V_Unit: 1 }, parameters)?.unit).toBe('°F');
    expect(scalingOf(frame.fields![0]!, {}, parameters)?.unit).toBe('°C');
  });
});

describe('files', () => {
  it('quote what has commas, and let no spreadsheet take a text for a formula', () => {
    expect(csv([['a', 'b,c', 'd"e', 1, undefined], ['=1+1', '-5', '@x', true]])).toBe('a,"b,c","d""e",1,\r\n\'=1+1,-5,\'@x,true\r\n');
    expect(fileName('O5D100/O5D102 (x)')).toBe('O5D100_O5D102_x');
    expect(fileName('***')).toBe('greenstack');
  });
});

describe('trends', () => {
  const reading = (value: number | undefined, status?: string) => ({ device_id: 'd', values: { a: { value, status, timestamp: '' } } });

  it('keep a bounded trail that breaks where there was no value', () => {
    const trails = new Trails(3);
    [1, 2, 3, 4].forEach((value, i) => trails.add(reading(value), i));
    expect(trails.of('a').map((each) => each.value)).toEqual([2, 3, 4]);
    trails.add(reading(9, 'out_of_range'), 5);
    expect(trails.of('a').map((each) => each.value)).toEqual([3, 4, null]);
    expect(sparkline([{ at: 0, value: 0 }, { at: 1, value: null }, { at: 2, value: 1 }], 10, 10)).toBe('M0.0 10.0M10.0 0.0');
    expect(sparkline([{ at: 0, value: 1 }], 10, 10)).toBe('');
  });
});
