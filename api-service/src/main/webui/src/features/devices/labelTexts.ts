/** `line=4` and `critical` as labels of the API, and back. */
export function labelsOf(texts: string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text) => {
    const at = text.indexOf('=');
    return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  }));
}

export function textsOf(labels: Record<string, string> | undefined): string[] {
  return Object.entries(labels ?? {}).map(([name, value]) => (value ? `${name}=${value}` : name));
}
