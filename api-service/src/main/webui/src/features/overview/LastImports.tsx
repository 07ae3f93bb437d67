import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useList } from '../../api/call';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { JobProgress } from '../imports/JobProgress';

/** The newest import jobs. */
export function LastImports() {
  const t = useText();
  const jobs = useList('/api/imports', {}, { size: 4 }, { refetchInterval: 10_000 });
  return (
    <Block title={t.overview.imports} aside={<Anchor component={Link} to="/imports" size="sm">{t.common.all}</Anchor>}>
      <Ask query={jobs}>{(list) => (list.items.length === 0 ? <Text size="sm" c="dimmed">{t.imports.empty}</Text> : (
        <Stack gap="xs">
          {list.items.map((job) => (
            <div key={job.id}>
              <Text size="sm"><Anchor component={Link} to={`/imports/${job.id}`} inherit>{job.label}</Anchor> <Text span size="xs" c="dimmed">{timeText(job.requested_at)}</Text></Text>
              <JobProgress job={job} />
            </div>
          ))}
        </Stack>
      ))}</Ask>
    </Block>
  );
}
