import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useList } from '../../api/call';
import { Ask } from '../../components/Ask';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty, Page } from '../../components/Page';
import { Pager } from '../../components/Pager';
import { useListParams } from '../../components/useListParams';
import type { ImportJobView } from '../../api/types';
import { useText } from '../../i18n';
import { timeText } from '../../lib/format';
import { DropZone } from './DropZone';
import { JobProgress } from './JobProgress';
import { TransferList } from './TransferList';

const SIZE = 25;

/** All import jobs, newest first, and the way to start one. */
export function ImportsPage() {
  const t = useText();
  const { page, set } = useListParams();
  const jobs = useList('/api/imports', {}, { page, size: SIZE }, { refetchInterval: 5000 });
  const columns: Column<ImportJobView>[] = [
    { id: 'id', header: '#', width: 60, cell: (job) => <Anchor component={Link} to={`/imports/${job.id}`} size="sm">{job.id}</Anchor> },
    { id: 'label', header: t.imports.what, cell: (job) => <Anchor component={Link} to={`/imports/${job.id}`} size="sm">{job.label}</Anchor> },
    { id: 'progress', header: t.imports.progress, width: 330, cell: (job) => <JobProgress job={job} /> },
    { id: 'by', header: t.imports.by, width: 120, cell: (job) => <Text size="sm">{job.requested_by ?? '–'}</Text> },
    { id: 'at', header: t.imports.at, width: 192, cell: (job) => timeText(job.requested_at) },
  ];
  return (
    <Page title={t.nav.imports}>
      <DropZone />
      <TransferList />
      <Ask query={jobs}>{(list) => (list.items.length === 0
        ? <Empty>{t.imports.empty}</Empty>
        : <DataTable label={t.nav.imports} rows={list.items} columns={columns} rowKey={(job) => String(job.id)} minWidth={820} />)}
      </Ask>
      <Pager page={page} size={SIZE} total={jobs.data?.total ?? 0} onChange={(next) => set({ page: String(next) })} />
    </Page>
  );
}
