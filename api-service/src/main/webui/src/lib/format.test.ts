import { describe, expect, it } from 'vitest';
import { ageText, cleanHex, hexCode, numberText, valueText } from './format';

describe('format', () => {
  it('shows decimals without binary noise and integers in full', () => {
    expect(numberText(0.1 + 0.2)).toBe('0.3');
    expect(numberText(-0.25)).toBe('-0.25');
    expect(numberText(4294967295)).toBe('4294967295');
  });

  it('tells a missing value from zero and off', () => {
    expect(valueText({})).toBe('–');
    expect(valueText({ value: 0 })).toBe('0');
    expect(valueText({ value: false })).toBe('off');
  });

  it('accepts hex as people write it', () => {
    expect(cleanHex(' 00 eb:02 34-02 ')).toBe('00EB023402');
    expect(cleanHex('0x00, 0xEB')).toBe('00EB');
    expect(cleanHex('0EB')).toBeNull();
    expect(cleanHex('no')).toBeNull();
    expect(cleanHex('')).toBeNull();
  });

  it('writes codes and ages', () => {
    expect(hexCode(36352, 4)).toBe('0x8E00');
    expect(ageText(59_999)).toBe('59 s');
    expect(ageText(60_000)).toBe('1 min');
    expect(ageText(Infinity)).toBe('–');
  });
});
