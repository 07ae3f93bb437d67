import type { ReactNode } from 'react';

/** Places of a text, as the API counts them: UTF-16 units. */
export interface Place {
  start?: number;
  end?: number;
}

/** A text with what was found of it marked. It is only ever a text, whatever a file has in it. */
export function Marked({ text, marks = [] }: { text: string | undefined; marks?: Place[] }) {
  const parts: ReactNode[] = [];
  const whole = text ?? '';
  let at = 0;
  for (const mark of marks) {
    const start = Math.max(at, Math.min(mark.start ?? 0, whole.length));
    const end = Math.max(start, Math.min(mark.end ?? 0, whole.length));
    if (end > start) {
      parts.push(whole.slice(at, start), <mark key={start}>{whole.slice(start, end)}</mark>);
      at = end;
    }
  }
  return <>{parts}{whole.slice(at)}</>;
}
