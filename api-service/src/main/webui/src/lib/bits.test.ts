import { describe, expect, it } from 'vitest';
import type { LayoutFrame } from '../api/types';
import { octetsOf, parameterKey, segments } from './bits';

const frame = (byteOrder: LayoutFrame['byte_order'], bits: number, fields: [string, number, number][]): LayoutFrame => ({
  id: 'F',
  bit_length: bits,
  byte_order: byteOrder,
  fields: fields.map(([key, offset, length]) => ({ key, bit_offset: offset, bit_length: length, type: 'uinteger' })),
});
const places = (of: LayoutFrame) => segments(of).map((each) => [each.field.key, each.octet, each.column, each.span, each.main]);

describe('segments', () => {
  it('counts IO-Link bits from the end of the last octet', () => {
    // 16 bits: a 14-bit value above two switching bits.
    expect(places(frame('big_endian', 16, [['value', 2, 14], ['out2', 1, 1], ['out1', 0, 1]]))).toEqual([
      ['value', 0, 0, 8, true], ['value', 1, 0, 6, false], ['out2', 1, 6, 1, true], ['out1', 1, 7, 1, true],
    ]);
  });

  it('counts CIP bits from the first octet', () => {
    expect(places(frame('little_endian', 24, [['status', 0, 8], ['speed', 8, 16]]))).toEqual([
      ['status', 0, 0, 8, true], ['speed', 1, 0, 8, true], ['speed', 2, 0, 8, false],
    ]);
  });

  it('puts frames shorter than an octet at its low end', () => {
    const short = frame('big_endian', 3, [['mode', 0, 3]]);
    expect(octetsOf(short)).toBe(1);
    expect(places(short)).toEqual([['mode', 0, 5, 3, true]]);
  });
});

describe('parameterKey', () => {
  it('names record items as the API does', () => {
    expect(parameterKey({ variable: 'V_Mode' })).toBe('V_Mode');
    expect(parameterKey({ variable: 'V_Mode', subindex: 0 })).toBe('V_Mode');
    expect(parameterKey({ variable: 'V_Mode', subindex: 2 })).toBe('V_Mode/2');
  });
});
