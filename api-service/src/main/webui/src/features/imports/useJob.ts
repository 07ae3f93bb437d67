import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get } from '../../api/client';
import type { ImportJobView } from '../../api/types';
import { useStream } from '../../api/useStream';

export const isOver = (job: ImportJobView | undefined) => !!job?.state && !['queued', 'running'].includes(job.state);

/**
 * An import job as it goes on: by its events, and asked for every few seconds while they do not come. When it is over
 * the catalog and the devices are fetched anew.
 */
export function useJob(id: number) {
  const client = useQueryClient();
  const [told, setTold] = useState<ImportJobView | undefined>();
  const [ended, setEnded] = useState(false);
  const asked = useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => get<ImportJobView>(`/api/imports/${id}?size=1`, signal),
    refetchInterval: (query) => (isOver(query.state.data) || ended ? false : 5000),
  });
  const over = ended || isOver(asked.data);
  useStream(over || asked.data === undefined ? null : `/api/imports/${id}/events`, (event) => {
    if (event.event === 'progress' || event.event === 'end') {
      const job = JSON.parse(event.data) as ImportJobView;
      setTold(job);
      if (event.event === 'end') {
        setEnded(true);
        return false;
      }
    }
    return true;
  });
  useEffect(() => {
    if (ended) {
      void client.invalidateQueries();
    }
  }, [ended, client]);
  const job = newer(told, asked.data);
  return { job, error: asked.error, refetch: asked.refetch };
}

function newer(a: ImportJobView | undefined, b: ImportJobView | undefined): ImportJobView | undefined {
  if (!a || !b) {
    return a ?? b;
  }
  if (isOver(a) !== isOver(b)) {
    return isOver(a) ? a : b;
  }
  return (a.total_results ?? 0) >= (b.total_results ?? 0) ? a : b;
}
