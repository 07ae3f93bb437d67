import { Group, Progress, Text } from '@mantine/core';
import type { ImportJobView } from '../../api/types';
import { StateBadge } from '../../components/Badges';
import { useText } from '../../i18n';
import { STATUSES } from './statuses';

/** How far a job is and what became of its files so far. */
export function JobProgress({ job }: { job: ImportJobView }) {
  const t = useText();
  const found = job.packages_found ?? 0;
  const done = job.packages_done ?? 0;
  const running = job.state === 'running' || job.state === 'queued';
  return (
    <div>
      {running && (
        <Progress value={job.scanned && found > 0 ? done / found * 100 : 100} striped={!job.scanned} animated={!job.scanned} mb={4}
          aria-label={t.imports.packages(done, found)} />
      )}
      <Group gap="xs">
        <StateBadge state={job.state} label={job.state && t.imports.states[job.state]} />
        {running && <Text size="xs" c="dimmed">{job.scanned ? t.imports.packages(done, found) : t.imports.scanning(found)}</Text>}
        {STATUSES.filter((status) => (job[status] ?? 0) > 0).map((status) => (
          <Text key={status} size="xs" c={status === 'refused' ? 'red' : 'dimmed'}>{t.imports.statuses[status]} {job[status]}</Text>
        ))}
        {job.message && <Text size="xs" c="red">{job.message}</Text>}
      </Group>
    </div>
  );
}
