import { describe, expect, it } from 'vitest';
import { crc32, zip } from './zip';

describe('a package of folders', () => {
  it('knows the check sum of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('holds every file with its path, and a directory that points at it', async () => {
    const chosen = ['a/x.xml', 'b/ü.png'].map((path, i) => ({ path, file: new File(['one', 'three'].slice(i, i + 1), 'x') }));
    const octets = new DataView(await (await zip(chosen)).arrayBuffer());
    const end = octets.byteLength - 22;
    expect(octets.getUint32(end, true)).toBe(0x06054b50);
    expect(octets.getUint16(end + 10, true)).toBe(2);
    const found: string[] = [];
    let at = octets.getUint32(end + 16, true);
    for (let i = 0; i < 2; i++) {
      expect(octets.getUint32(at, true)).toBe(0x02014b50);
      const [size, length, local] = [octets.getUint32(at + 24, true), octets.getUint16(at + 28, true), octets.getUint32(at + 42, true)];
      expect(octets.getUint32(local, true)).toBe(0x04034b50);
      const text = (from: number, n: number) => new TextDecoder().decode(new Uint8Array(octets.buffer, from, n));
      found.push(`${text(local + 30, length)}=${text(local + 30 + length, size)}`);
      at += 46 + length;
    }
    expect(found).toEqual(['a/x.xml=one', 'b/ü.png=three']);
    expect(at).toBe(end);
  });
});
