import type { SizeRange } from '../../api/types';

/** `68 octets`, `1 … 1000 ms, default 10 ms`, `by Param450`. */
export function sizeRange(range: SizeRange | undefined, unit: (n: number) => string): string {
  if (!range || range.none) {
    return '–';
  }
  const { minimum, maximum, default_value: usual, parameter } = range;
  const parts: string[] = [];
  if (minimum !== undefined && minimum !== null && maximum !== undefined && maximum !== null) {
    parts.push(minimum === maximum ? unit(minimum) : `${unit(minimum)} … ${unit(maximum)}`);
  }
  if (usual !== undefined && usual !== null && usual !== minimum) {
    parts.push(`→ ${unit(usual)}`);
  }
  if (parameter) {
    parts.push(`(${parameter})`);
  }
  return parts.join(' ') || '–';
}
