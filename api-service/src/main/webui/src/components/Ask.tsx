import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './Page';
import { ProblemAlert } from './Problem';

/** What was asked of the API, or that it is on its way, or why it did not come. Old data stay visible beside an error. */
export function Ask<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data === undefined) {
    return query.error ? <ProblemAlert error={query.error} retry={() => void query.refetch()} /> : <Loading />;
  }
  return (
    <>
      {query.error && <ProblemAlert error={query.error} retry={() => void query.refetch()} />}
      {children(query.data)}
    </>
  );
}
