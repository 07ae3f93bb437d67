import { useEffect, useRef } from 'react';

/** Whether what is typed there is a text. */
export function isField(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return !!element && (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable);
}

/** Keys and pairs of keys (`g c`: one after the other) that work outside of fields. */
export function useShortcuts(shortcuts: Record<string, () => void>) {
  const known = useRef(shortcuts);
  known.current = shortcuts;
  useEffect(() => {
    let first = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) {
        return;
      }
      const pair = first ? `${first} ${event.key}` : event.key;
      clearTimeout(timer);
      first = '';
      const action = known.current[pair];
      if (action) {
        event.preventDefault();
        action();
      } else if (Object.keys(known.current).some((each) => each.startsWith(`${event.key} `))) {
        first = event.key;
        timer = setTimeout(() => { first = ''; }, 1000);
      }
    };
    window.addEventListener('keydown', press);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', press);
    };
  }, []);
}
