import { ActionIcon, Anchor, Button, Card, CloseIcon, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { sizeText } from '../../lib/format';
import { JobProgress } from './JobProgress';
import { cancelTransfer, clearTransfers, useTransfers, type Transfer } from './transfers';
import { useJob } from './useJob';

/** What is being sent, and how far the jobs are that came of it. */
export function TransferList() {
  const t = useText();
  const transfers = useTransfers();
  if (transfers.length === 0) {
    return null;
  }
  return (
    <Card withBorder padding="sm" aria-live="polite">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">{t.imports.now}</Title>
        <Button variant="subtle" size="compact-sm" onClick={clearTransfers}>{t.imports.clear}</Button>
      </Group>
      <Stack gap="sm">{transfers.map((each) => <Line key={each.key} transfer={each} />)}</Stack>
    </Card>
  );
}

function Line({ transfer }: { transfer: Transfer }) {
  const t = useText();
  const name = transfer.files === 1 ? transfer.first : t.imports.filesOf(transfer.files, transfer.first);
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {transfer.job ? <Anchor component={Link} to={`/imports/${transfer.job.id}`} inherit>{name}</Anchor> : name}
          <Text span size="xs" c="dimmed"> {sizeText(transfer.octets)}</Text>
        </Text>
        {(transfer.state === 'waiting' || transfer.state === 'sending') && (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t.imports.cancelOf(name)} onClick={() => cancelTransfer(transfer.key)}><CloseIcon /></ActionIcon>
        )}
      </Group>
      {transfer.state === 'sending' && (
        <Group gap="xs" wrap="nowrap">
          <Progress value={transfer.share * 100} style={{ flex: 1 }} aria-label={t.imports.sending} />
          <Text size="xs" c="dimmed" w={90} ta="right">{t.imports.sending} {Math.floor(transfer.share * 100)} %</Text>
        </Group>
      )}
      {transfer.state === 'waiting' && <Text size="xs" c="dimmed">{t.imports.waiting}</Text>}
      {transfer.state === 'cancelled' && <Text size="xs" c="dimmed">{t.imports.states.cancelled}</Text>}
      {transfer.state === 'failed' && <ProblemAlert error={transfer.error} />}
      {transfer.job && <Job id={transfer.job.id!} />}
    </div>
  );
}

function Job({ id }: { id: number }) {
  const { job, error } = useJob(id);
  return job ? <JobProgress job={job} /> : error ? <ProblemAlert error={error} /> : null;
}
