import { Anchor, Badge, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call, useList } from '../../api/call';
import type { RereadJob } from '../../api/types';
import { Ask } from '../../components/Ask';
import { StateBadge } from '../../components/Badges';
import { Block } from '../../components/Block';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { LeftOvers } from './LeftOvers';
import { RunningImports } from './RunningImports';

/** Jobs of the suite: imports that are running, reading all files anew, and what is left over. */
export function MaintenancePage() {
  const t = useText();
  const jobs = useList('/api/admin/maintenance/rereads', {}, { size: 20 }, { refetchInterval: 2000 });
  const start = useMutation({
    mutationFn: () => call('POST /api/admin/maintenance/rereads'),
    onSuccess: () => notifications.show({ message: t.maintenance.started, color: 'teal' }),
    onSettled: () => jobs.refetch(),
  });
  const running = jobs.data?.items.some((job) => job.state === 'running');
  const columns: Column<RereadJob>[] = [
    { id: 'id', header: '#', width: 60, cell: (job) => job.id },
    { id: 'state', header: t.alarms.state, width: 120, cell: (job) => <StateBadge state={job.state} /> },
    {
      id: 'progress', header: t.imports.progress,
      cell: (job) => (
        <Group gap="xs" wrap="nowrap">
          <Progress value={job.total ? (100 * (job.done ?? 0)) / job.total : 100} style={{ flex: 1 }} aria-label={t.imports.progress} />
          <Text size="xs" c="dimmed" className="number">{t.maintenance.files(job.done ?? 0, job.total ?? 0)}</Text>
          {!!job.refused && <Badge color="red">{t.maintenance.refused(job.refused)}</Badge>}
        </Group>
      ),
    },
    { id: 'by', header: t.imports.by, width: 130, cell: (job) => job.requested_by ?? '–' },
    { id: 'at', header: t.imports.at, width: 192, cell: (job) => timeText(job.requested_at) },
    { id: 'end', header: t.imports.finished, width: 192, cell: (job) => timeText(job.finished_at) },
  ];
  return (
    <Page title={t.nav.maintenance}>
      <Stack>
        <Block title={t.nav.imports} aside={<Anchor component={Link} to="/imports" size="sm">{t.maintenance.allImports}</Anchor>}><RunningImports /></Block>
        <Block title={t.maintenance.reread} aside={<Button size="xs" variant="light" disabled={running} loading={start.isPending} onClick={() => start.mutate()}>{t.maintenance.rereadNow}</Button>}>
          <Text size="sm" c="dimmed" mb="xs">{t.maintenance.rereadText}</Text>
          {start.error && <ProblemAlert error={start.error} />}
          <Ask query={jobs}>{(list) => (list.items.length === 0 ? <Empty>{t.maintenance.rereadNone}</Empty>
            : <DataTable label={t.maintenance.reread} rows={list.items} columns={columns} rowKey={(job) => String(job.id)} minWidth={900} />)}
          </Ask>
        </Block>
        <LeftOvers />
      </Stack>
    </Page>
  );
}
