import { describe, expect, it } from 'vitest';
import { linesWith, tokens, xmlLines } from './xml';

describe('xml', () => {
  it('loses no character of a line', () => {
    for (const line of ['<a b="1" c=\'x > y\'>text</a>', '  <!-- note --> <br/>', 'plain', '', '<?xml version="1.0"?>', '<a b="<c>"/>']) {
      expect(tokens(line, false).map((each) => each.text).join('')).toBe(line);
    }
  });

  it('tells names, values, tags and comments', () => {
    expect(tokens('<Text id="T1"/>', false)).toEqual([
      { kind: 'tag', text: '<Text' }, { kind: 'text', text: ' ' }, { kind: 'name', text: 'id' }, { kind: 'text', text: '=' },
      { kind: 'value', text: '"T1"' }, { kind: 'tag', text: '/>' },
    ]);
    expect(tokens('<!-- <a> -->', false)).toEqual([{ kind: 'comment', text: '<!-- <a> -->' }]);
  });

  it('knows comments over several lines', () => {
    const { lines, inComment } = xmlLines('<a>\n<!-- one\ntwo\nthree --><b/>\n</a>');
    expect(inComment).toEqual([false, false, true, true, false]);
    expect(tokens(lines[2]!, true)).toEqual([{ kind: 'comment', text: 'two' }]);
    expect(tokens(lines[3]!, true)[0]).toEqual({ kind: 'comment', text: 'three -->' });
  });

  it('finds lines', () => {
    expect(linesWith(['<A>', '<b>', '<ab>'], 'a')).toEqual([1, 3]);
    expect(linesWith(['x'], '')).toEqual([]);
  });
});
