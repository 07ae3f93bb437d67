import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Filters and page of a list, kept in the address so that they can be bookmarked and survive "back". */
export function useListParams() {
  const [params, setParams] = useSearchParams();
  const set = useCallback((changes: Record<string, string | null>) => {
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (!('page' in changes)) {
        next.delete('page');
      }
      for (const [name, value] of Object.entries(changes)) {
        if (value) {
          next.set(name, value);
        } else {
          next.delete(name);
        }
      }
      return next;
    }, { replace: !('page' in changes) });
  }, [setParams]);
  const page = Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1);
  return { params, page, set };
}
