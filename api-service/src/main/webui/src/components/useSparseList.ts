import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { getPage, url, type Page, type Query } from '../api/client';

const SIZE = 100;

/** The pages that hold rows `first` to `last`. */
export function pagesFor(first: number, last: number, size = SIZE): number[] {
  const from = Math.floor(Math.max(0, first) / size);
  return Array.from({ length: Math.floor(Math.max(first, last) / size) - from + 1 }, (_, i) => from + i + 1);
}

/**
 * A long list of the API of which only the pages that are looked at are fetched. `rows` has the length of the whole
 * list, with nothing where nothing was fetched yet.
 */
export function useSparseList<T>(path: string, query: Query, refetchInterval?: number) {
  const [range, setRange] = useState<[number, number]>([0, 0]);
  const pages = pagesFor(...range);
  const wanted = pages.includes(1) ? pages : [1, ...pages];
  const results = useQueries({
    queries: wanted.map((page) => ({
      queryKey: ['sparse', path, query, page],
      queryFn: ({ signal }: { signal: AbortSignal }) => getPage<T>(url(path, { ...query, page, size: SIZE }), signal),
      refetchInterval,
    })),
  });
  const first = results[0];
  const total = results.map((each) => each.data?.total).find((each) => each !== undefined);
  const stamp = results.map((each) => each.dataUpdatedAt).join();
  const rows = useMemo(() => {
    const all: (T | undefined)[] = Array.from({ length: total ?? 0 });
    results.forEach((result, i) => result.data?.items.forEach((item, k) => {
      const index = (wanted[i]! - 1) * SIZE + k;
      if (index < all.length) {
        all[index] = item;
      }
    }));
    return all;
    // The results are new objects at each call; their times say when something changed.
  }, [stamp, wanted.join(), total]);
  const onRange = useCallback((from: number, to: number) => setRange((before) =>
    (pagesFor(...before).join() === pagesFor(from, to).join() ? before : [from, to])), []);
  const failed = results.find((each) => each.error);
  return {
    rows, total, onRange, loading: total === undefined && !!first?.isLoading, error: failed?.error as Error | null | undefined,
    refetch: () => results.forEach((each) => void each.refetch()),
  };
}

export type { Page };
