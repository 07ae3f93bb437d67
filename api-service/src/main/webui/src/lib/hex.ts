/** Octets as hex digits. */

export function hexCode(code: number, digits: number): string {
  return `0x${code.toString(16).toUpperCase().padStart(digits, '0')}`;
}

/** Hex digits as typed (blanks, colons, 0x allowed), in upper case; null where they are not whole octets. */
export function cleanHex(text: string): string | null {
  const digits = text.replace(/0x/gi, '').replace(/[\s:,-]/g, '').toUpperCase();
  return /^([0-9A-F]{2})+$/.test(digits) ? digits : null;
}

/** `00 EB 02`. */
export function spacedHex(hex: string): string {
  return hex.replace(/(..)(?=.)/g, '$1 ');
}

/** Whether bit `bit` (0 = least significant of the first octet, CIP; of the last, IO-Link) of the octets is set. */
export function bitOf(hex: string, bit: number, order: 'big_endian' | 'little_endian'): boolean {
  const octets = hex.length / 2;
  const fromLow = Math.floor(bit / 8);
  const octet = order === 'big_endian' ? octets - 1 - fromLow : fromLow;
  const value = Number.parseInt(hex.slice(octet * 2, octet * 2 + 2), 16);
  return ((value >> (bit % 8)) & 1) === 1;
}
