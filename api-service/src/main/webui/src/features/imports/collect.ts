/** A file with its path inside of what was dropped, such as `vendor/sensor/picture.png`. */
export interface Chosen {
  path: string;
  file: File;
}

/** Most files that go as parts of a form; more go as a package. */
export const MOST = 500;

/** Files of a choice: of folders with their paths. */
export function fromInput(files: FileList | File[] | null): Chosen[] {
  return [...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name })).filter((each) => !hidden(each.path));
}

/** Files and whole folders that were dropped. */
export async function fromDrop(transfer: DataTransfer): Promise<Chosen[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter((each): each is FileSystemEntry => !!each);
  if (entries.length === 0) {
    return fromInput(transfer.files);
  }
  const found = await Promise.all(entries.map(walk));
  return found.flat().filter((each) => !hidden(each.path));
}

async function walk(entry: FileSystemEntry): Promise<Chosen[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: Chosen[] = [];
  for (;;) {
    // A reader gives a hundred at a time, and nothing at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return all;
    }
    all.push(...(await Promise.all(some.map(walk))).flat());
  }
}

function hidden(path: string): boolean {
  return /(^|\/)(\.|__MACOSX\/|Thumbs\.db$)/.test(path);
}

/**
 * Whether files go as one package: folders do, so that what lies together stays together (a description, its languages,
 * its pictures), and so do many.
 */
export function needsPackage(chosen: Chosen[], most = MOST): boolean {
  return chosen.length > most || chosen.some((each) => each.path.includes('/'));
}

/** Most files and octets of one package: the format counts files with 16 bits, and the API takes 2 GB at once. */
const PARCEL = { files: 20_000, octets: 1024 ** 3 };

/** A large library in parts that each go as one package. What lies in one folder stays together, as long as it is not too much by itself. */
export function parcels(chosen: Chosen[], most = PARCEL): Chosen[][] {
  const folders = new Map<string, Chosen[]>();
  for (const each of chosen) {
    const folder = each.path.slice(0, Math.max(0, each.path.lastIndexOf('/')));
    const known = folders.get(folder) ?? [];
    known.push(each);
    folders.set(folder, known);
  }
  const parts: Chosen[][] = [];
  let octets = 0;
  for (const folder of folders.values()) {
    const size = folder.reduce((sum, { file }) => sum + file.size, 0);
    const last = parts[parts.length - 1];
    const whole = last && last.length + folder.length <= most.files && octets + size <= most.octets;
    for (const each of folder) {
      const part = parts[parts.length - 1];
      if (!part || (!whole && each === folder[0]) || part.length >= most.files || octets + each.file.size > most.octets) {
        parts.push([each]);
        octets = each.file.size;
      } else {
        part.push(each);
        octets += each.file.size;
      }
    }
  }
  return parts;
}

/** Name of the package: that of the folder that holds everything, if there is one. */
export function packageName(chosen: Chosen[]): string {
  const tops = new Set(chosen.map((each) => (each.path.includes('/') ? each.path.split('/')[0]! : '')));
  const [only] = tops;
  return tops.size === 1 && only ? `${only}.zip` : 'folders.zip';
}
