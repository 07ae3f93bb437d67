import { keepPreviousData, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { change, get, getPage, url, type Page } from './client';
import type { Answers, Queries } from './schema';

/** The operations of the API by method: `/api/iodd/{id}` for `GET /api/iodd/{id}`. */
type PathOf<M extends string> = keyof Answers extends infer K ? K extends `${M} ${infer P}` ? P : never : never;
type Key<M extends string, P extends string> = `${M} ${P}` & keyof Answers;
export type GetPath = PathOf<'GET'>;
export type Answer<P extends GetPath> = Answers[Key<'GET', P>];
type QueryOf<K extends keyof Answers> = Queries[K] extends never ? Record<string, never>
  : { [N in Queries[K] & string]?: string | number | boolean | string[] | null | undefined };
export type Params = Record<string, string | number>;

/** A path with its parameters put in. */
export function fill(path: string, params: Params = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
}

type Options<T> = Pick<UseQueryOptions<T>, 'enabled' | 'refetchInterval' | 'staleTime'> & { keep?: boolean };

/** What the API answers to a GET, typed by its document, kept and refreshed. */
export function useGet<P extends GetPath>(path: P, params: Params = {}, query: QueryOf<Key<'GET', P>> = {} as never,
  { keep, ...options }: Options<Answer<P>> = {}) {
  return useQuery<Answer<P>>({
    queryKey: [path, params, query],
    queryFn: ({ signal }) => get<Answer<P>>(url(fill(path, params), query as never), signal),
    placeholderData: keep ? keepPreviousData as never : undefined,
    ...options,
  });
}

type Item<T> = T extends (infer I)[] ? I : never;

/** A page of a list with the number of all its items. */
export function useList<P extends GetPath>(path: P, params: Params = {}, query: QueryOf<Key<'GET', P>> = {} as never,
  options: Options<Page<Item<Answer<P>>>> = {}) {
  const { keep = true, ...rest } = options;
  return useQuery<Page<Item<Answer<P>>>>({
    queryKey: [path, params, query, 'page'],
    queryFn: ({ signal }) => getPage<Item<Answer<P>>>(url(fill(path, params), query as never), signal),
    placeholderData: keep ? keepPreviousData as never : undefined,
    ...rest,
  });
}

/** All pages of a list that nearly always is one. */
export function useWhole<P extends GetPath>(path: P, params: Params = {}, query: QueryOf<Key<'GET', P>> = {} as never,
  { keep, ...options }: Options<Answer<P>> = {}) {
  return useQuery<Answer<P>>({
    queryKey: [path, params, query, 'whole'],
    queryFn: async ({ signal }) => {
      const items: Item<Answer<P>>[] = [];
      for (let page = 1, total = 1; items.length < total; page++) {
        const next = await getPage<Item<Answer<P>>>(url(fill(path, params), { ...query as object, page }), signal);
        items.push(...next.items);
        total = next.items.length > 0 ? next.total : 0;
      }
      return items as Answer<P>;
    },
    placeholderData: keep ? keepPreviousData as never : undefined,
    ...options,
  });
}

type ChangeKey = Exclude<keyof Answers, `GET ${string}`>;

/** Asks the API for a change: `call('POST /api/devices/{id}/commands', { id }, body)`. */
export function call<K extends ChangeKey>(operation: K, params: Params = {}, body?: unknown,
  query: QueryOf<K> = {} as never, headers?: Record<string, string>): Promise<Answers[K] | undefined> {
  const [method, path] = operation.split(' ') as [string, string];
  return change<Answers[K]>(method, url(fill(path, params), query as never), body, headers);
}
