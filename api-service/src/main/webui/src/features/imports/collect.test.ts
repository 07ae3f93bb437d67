import { describe, expect, it } from 'vitest';
import { fromInput, needsPackage, packageName, parcels, type Chosen } from './collect';

const file = (path: string): Chosen => ({ path, file: new File(['x'], path.split('/').pop()!) });

describe('what is imported', () => {
  it('sends a few loose files as they are, folders and many files as a package', () => {
    expect(needsPackage(['1.xml', '1.png'].map(file))).toBe(false);
    expect(needsPackage(['a/1.xml', '2.xml'].map(file))).toBe(true);
    expect(needsPackage(Array.from({ length: 520 }, (_, i) => file(`${i}.xml`)))).toBe(true);
  });

  it('names the package after the folder', () => {
    expect(packageName(['vendor/a/1.xml', 'vendor/b/2.xml'].map(file))).toBe('vendor.zip');
    expect(packageName(['a/1.xml', 'b/2.xml'].map(file))).toBe('folders.zip');
  });

  it('sends a large library in parts, folders whole', () => {
    const paths = (parts: Chosen[][]) => parts.map((part) => part.map((each) => each.path));
    const library = ['a/1', 'a/2', 'b/1', 'a/3', 'c/1', 'c/2'].map(file);
    expect(paths(parcels(library))).toEqual([['a/1', 'a/2', 'a/3', 'b/1', 'c/1', 'c/2']]);
    expect(paths(parcels(library, { files: 4, octets: 100 }))).toEqual([['a/1', 'a/2', 'a/3', 'b/1'], ['c/1', 'c/2']]);
    expect(paths(parcels(library, { files: 100, octets: 2 }))).toEqual([['a/1', 'a/2'], ['a/3', 'b/1'], ['c/1', 'c/2']]);
    expect(parcels([])).toEqual([]);
  });

  it('leaves out what systems hide in folders', () => {
    const names = ['x.xml', '.DS_Store', 'Thumbs.db'].map((name) => new File(['x'], name));
    expect(fromInput(names).map((each) => each.path)).toEqual(['x.xml']);
  });
});
