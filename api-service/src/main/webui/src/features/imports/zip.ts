import type { Chosen } from './collect';

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) {
    c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return c;
});

export function crc32(octets: Uint8Array): number {
  let crc = 0xffffffff;
  for (const octet of octets) {
    crc = (crc >>> 8) ^ TABLE[(crc ^ octet) & 0xff]!;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Little-endian numbers of the given widths, as the ZIP format wants them. */
function fields(...all: [value: number, width: 2 | 4][]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(all.reduce((sum, [, width]) => sum + width, 0)));
  let at = 0;
  for (const [value, width] of all) {
    if (width === 2) {
      view.setUint16(at, value, true);
    } else {
      view.setUint32(at, value, true);
    }
    at += width;
  }
  return new Uint8Array(view.buffer);
}

const UTF8 = 0x800;
const NO_DATE = 0x21;

/**
 * Files as a ZIP package with their paths, stored without compression: device files are small or are packages themselves.
 * The files stay where they are; only their check sums are read beforehand.
 */
export async function zip(chosen: Chosen[]): Promise<Blob> {
  const parts: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let at = 0;
  let directorySize = 0;
  for (const { path, file } of chosen) {
    const name = new TextEncoder().encode(path);
    const crc = crc32(new Uint8Array(await file.arrayBuffer()));
    const common: [number, 2 | 4][] = [[20, 2], [UTF8, 2], [0, 2], [0, 2], [NO_DATE, 2], [crc, 4], [file.size, 4], [file.size, 4], [name.length, 2], [0, 2]];
    const local = fields([0x04034b50, 4], ...common);
    const central = fields([0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]);
    parts.push(local, name, file);
    directory.push(central, name);
    at += local.length + name.length + file.size;
    directorySize += central.length + name.length;
  }
  const end = fields([0x06054b50, 4], [0, 2], [0, 2], [chosen.length, 2], [chosen.length, 2], [directorySize, 4], [at, 4], [0, 2]);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}
