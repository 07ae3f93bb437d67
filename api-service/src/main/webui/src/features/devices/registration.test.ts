import { describe, expect, it } from 'vitest';
import { exampleOf, ID, registrationOf } from './registration';

describe('a device that is made by hand', () => {
  it('says what it is by the identity of its description', () => {
    expect(registrationOf('press-7', ' Press 7 ', { kind: 'IODD', vendor_id: 310, device_id: 17 })).toEqual({ device_id: 'press-7', name: 'Press 7', iolink: { vendor_id: 310, device_id: 17 } });
    expect(registrationOf('drive', '', { kind: 'EDS', vendor_id: 1, device_id: 2 })).toEqual({ device_id: 'drive', eds: { vendor_code: 1, product_code: 2 } });
    expect(registrationOf('any', '')).toEqual({ device_id: 'any' });
  });

  it('takes ids that topics take', () => {
    expect(['press-7', 'a:b.c_d'].every((id) => ID.test(id))).toBe(true);
    expect(['', 'a/b', 'a b', 'x'.repeat(65)].some((id) => ID.test(id))).toBe(false);
  });

  it('has an example of what to send', () => {
    expect(exampleOf({ in: [{ id: 'PD', bit_length: 16 }] } as never)).toEqual({ processDataIn: '0101' });
    expect(exampleOf(undefined)).toEqual({ temperature: 21.5 });
  });
});
