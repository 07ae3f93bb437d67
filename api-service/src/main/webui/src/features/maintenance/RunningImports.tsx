import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useList } from '../../api/call';
import { Ask } from '../../components/Ask';
import { useText } from '../../i18n';
import { JobProgress } from '../imports/JobProgress';

const OPEN = ['queued', 'running'];

/** Import jobs that are not over. */
export function RunningImports() {
  const t = useText();
  const jobs = useList('/api/imports', {}, { size: 20 }, { refetchInterval: 2000 });
  return (
    <Ask query={jobs}>{(list) => {
      const open = list.items.filter((job) => OPEN.includes(job.state ?? ''));
      return open.length === 0 ? <Text size="sm" c="dimmed">{t.maintenance.importsNone}</Text> : open.map((job) => (
        <Group key={job.id} gap="sm" wrap="nowrap"><Anchor component={Link} to={`/imports/${job.id}`} size="sm">{job.label}</Anchor><div style={{ flex: 1 }}><JobProgress job={job} /></div></Group>
      ));
    }}</Ask>
  );
}
