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

/** Name of the package: that of the folder that holds everything, if there is one. */
export function packageName(chosen: Chosen[]): string {
  const tops = new Set(chosen.map((each) => (each.path.includes('/') ? each.path.split('/')[0]! : '')));
  const [only] = tops;
  return tops.size === 1 && only ? `${only}.zip` : 'folders.zip';
}
