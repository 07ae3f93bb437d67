import { Button, Group, SegmentedControl } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { call } from '../../api/call';
import { send, url } from '../../api/client';
import type { ImportedFile, ImportJobView } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { Empty, Loading, Page } from '../../components/Page';
import { Pager } from '../../components/Pager';
import { ProblemAlert } from '../../components/Problem';
import { useListParams } from '../../components/useListParams';
import { useText } from '../../i18n';
import { timeText } from '../../lib/format';
import { ImportResults } from './ImportResults';
import { JobProgress } from './JobProgress';
import { STATUSES } from './statuses';
import { isOver, useJob } from './useJob';

const SIZE = 100;

async function results(id: number, query: Record<string, string | number>, signal: AbortSignal) {
  const response = await send(url(`/api/imports/${id}`, query), { signal });
  const job = (await response.json()) as ImportJobView;
  return { items: job.results ?? [] as ImportedFile[], total: Number(response.headers.get('X-Total-Count') ?? 0) };
}

/** One import: how far it is, and what became of every file, by status. */
export function ImportPage() {
  const t = useText();
  const id = Number(useParams().id);
  const may = useMay('operator');
  const { params, page, set } = useListParams();
  const status = params.get('status') ?? '';
  const { job, error, refetch } = useJob(id);
  const over = isOver(job);
  const files = useQuery({
    queryKey: ['import-files', id, status, page, over],
    queryFn: ({ signal }) => results(id, { status, page, size: SIZE }, signal),
    refetchInterval: over ? false : 4000,
    enabled: job !== undefined,
  });
  const cancel = useMutation({ mutationFn: () => call('POST /api/imports/{id}/cancel', { id }), onSuccess: () => refetch() });
  if (!job) {
    return <Page title={t.imports.job(id)} up={{ to: '/imports', label: t.nav.imports }}>{error ? <ProblemAlert error={error} /> : <Loading />}</Page>;
  }
  return (
    <Page title={t.imports.job(id)} up={{ to: '/imports', label: t.nav.imports }}
      aside={!over && may && <Button variant="light" color="red" size="xs" loading={cancel.isPending} onClick={() => cancel.mutate()}>{t.common.cancel}</Button>}>
      {cancel.error && <ProblemAlert error={cancel.error} />}
      <Block title={t.imports.progress}>
        <JobProgress job={job} />
        <Facts rows={[
          [t.imports.what, job.label], [t.imports.by, job.requested_by], [t.imports.at, timeText(job.requested_at)],
          [t.imports.finished, job.finished_at && timeText(job.finished_at)],
        ]} />
      </Block>
      <Group>
        <SegmentedControl aria-label={t.imports.filter} value={status} size="xs" onChange={(value) => set({ status: value })} className="wrapping"
          data={[{ value: '', label: `${t.common.all} ${job.total_results ?? 0}` },
            ...STATUSES.map((each) => ({ value: each, label: `${t.imports.statuses[each]} ${job[each] ?? 0}` }))]} />
      </Group>
      {files.error && <ProblemAlert error={files.error} retry={() => void files.refetch()} />}
      {files.data && (files.data.items.length === 0 ? <Empty>{t.imports.noFiles}</Empty> : <ImportResults files={files.data.items} />)}
      <Pager page={page} size={SIZE} total={files.data?.total ?? 0} onChange={(next) => set({ page: String(next) })} />
    </Page>
  );
}
