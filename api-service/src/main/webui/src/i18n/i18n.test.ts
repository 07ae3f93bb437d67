import { describe, expect, it } from 'vitest';
import { de } from './de';
import { en } from './en';

type Tree = { [name: string]: unknown };

/** Paths of all texts. */
function paths(tree: Tree, at = ''): string[] {
  return Object.entries(tree).flatMap(([name, each]) => (each && typeof each === 'object' ? paths(each as Tree, `${at}${name}.`) : [`${at}${name}`]));
}

const valueAt = (tree: Tree, path: string) => path.split('.').reduce<unknown>((inner, name) => (inner as Tree)[name], tree);

describe('languages', () => {
  it('have the same texts, none empty', () => {
    expect(paths(de).sort()).toEqual(paths(en).sort());
    for (const path of paths(de)) {
      for (const tree of [en, de]) {
        const text = valueAt(tree, path);
        const said = typeof text === 'function' ? String((text as (...all: unknown[]) => unknown)(2, 3, 4)) : String(text);
        expect(said.trim(), path).not.toBe('');
      }
    }
  });

  it('are really two', () => {
    const same = paths(en).filter((path) => typeof valueAt(en, path) === 'string' && valueAt(en, path) === valueAt(de, path));
    // Names and words that both languages share, such as Parameter ids, Version, Broker.
    expect(same.length).toBeLessThan(paths(en).length * 0.15);
  });
});
