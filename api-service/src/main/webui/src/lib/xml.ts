/** A piece of a line of XML with what it is. */
export interface Token {
  kind: 'tag' | 'name' | 'value' | 'comment' | 'text';
  text: string;
}

/**
 * Cuts the lines of an XML text into pieces to colour them. Comments that span lines are known at each of them; nothing
 * else is, because colouring must be cheap and may be wrong where a parser would be right.
 */
export function xmlLines(xml: string): { lines: string[]; inComment: boolean[] } {
  const lines = xml.split(/\r\n|\n|\r/);
  let open = false;
  const inComment = lines.map((line) => {
    const before = open;
    const last = line.lastIndexOf('<!--');
    const end = line.lastIndexOf('-->');
    open = last > end ? true : end > last ? false : open;
    return before;
  });
  return { lines, inComment };
}

export function tokens(line: string, inComment: boolean): Token[] {
  const found: Token[] = [];
  let rest = line;
  if (inComment) {
    const end = rest.indexOf('-->');
    if (end < 0) {
      return [{ kind: 'comment', text: line }];
    }
    found.push({ kind: 'comment', text: rest.slice(0, end + 3) });
    rest = rest.slice(end + 3);
  }
  const pattern = /(<!--.*?(?:-->|$))|(<\/?[\w:.-]+|\/?>|<\?[\w-]+|\?>)|([\w:.-]+)(?==)|("[^"]*"|'[^']*')/g;
  let at = 0;
  for (const match of rest.matchAll(pattern)) {
    if (match.index > at) {
      found.push({ kind: 'text', text: rest.slice(at, match.index) });
    }
    found.push({ kind: match[1] ? 'comment' : match[2] ? 'tag' : match[3] ? 'name' : 'value', text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < rest.length) {
    found.push({ kind: 'text', text: rest.slice(at) });
  }
  return found;
}

/** Numbers of the lines that have a text, from 1. */
export function linesWith(lines: string[], wanted: string): number[] {
  const text = wanted.toLowerCase();
  return text ? lines.flatMap((line, i) => (line.toLowerCase().includes(text) ? [i + 1] : [])) : [];
}
