/** The cursor of the next page, from the `Link` header of a list; undefined on the last page. */
export function nextCursor(link: string | null): string | undefined {
  const next = (link ?? '').split(/,\s*(?=<)/).find((each) => /;\s*rel="?next"?/.test(each));
  const target = next && /<([^>]*)>/.exec(next)?.[1];
  return (target && new URL(target, 'http://x').searchParams.get('cursor')) || undefined;
}
