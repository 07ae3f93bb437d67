import { useLayoutEffect, useState } from 'react';

/** Rows are drawn so many before they can be seen, and come and go so many at a time: each turn of the wheel has its price once. */
const AHEAD = 8;
const STEP = 8;

/** First and last row that are in the page, when rows of a height are seen through a box. */
export function windowOf(scrolled: number, visible: number, height: number, count: number): [number, number] {
  const from = Math.floor(scrolled / height) - AHEAD;
  const to = Math.ceil((scrolled + visible) / height) + AHEAD;
  const last = count - 1;
  return [Math.max(0, Math.min(Math.floor(from / STEP) * STEP, last - STEP)), Math.max(0, Math.min(Math.ceil(to / STEP) * STEP, last))];
}

/** The rows of a list that are in the page; all of them when it is not virtual. */
export function useRowWindow(box: HTMLElement | null, count: number, height: number, virtual: boolean): [number, number] {
  const [range, setRange] = useState<[number, number]>(() => windowOf(0, window.innerHeight, height, count));
  useLayoutEffect(() => {
    if (!virtual || !box) {
      return undefined;
    }
    const look = () => setRange((before) => {
      const next = windowOf(box.scrollTop, box.clientHeight || window.innerHeight, height, count);
      return before[0] === next[0] && before[1] === next[1] ? before : next;
    });
    look();
    box.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    return () => {
      box.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [box, count, height, virtual]);
  return virtual ? [range[0], Math.min(range[1], count - 1)] : [0, count - 1];
}
