import { Anchor, Badge, Card, Code, Group, Stack, Table, Text, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { useLive } from '../../api/useLive';
import type { RawOctets } from '../../api/types';
import { Loading } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { ValueMeaning, ValueNumber } from '../../components/ValueText';
import { useText } from '../../i18n';
import { ageText } from '../../lib/format';
import { isLive } from '../../lib/live';

/** Newest values as they arrive. What is old, or cannot be followed any more, is marked stale. */
export function LivePanel({ live }: { live: ReturnType<typeof useLive> }) {
  const t = useText();
  const [, setSearch] = useSearchParams();
  const now = useNow(1000);
  const { values, raw, stream, latest } = live;
  const rows = Object.values(values).sort((a, b) => a.key.localeCompare(b.key));
  const disconnected = latest.data?.latest.connection_state === 'disconnected';
  if (latest.isLoading) {
    return <Loading />;
  }
  return (
    <Stack>
      {latest.error && <ProblemAlert error={latest.error} retry={() => void latest.refetch()} />}
      <Group gap="sm" aria-live="polite">
        <Badge variant="dot" color={stream === 'open' ? 'teal' : stream === 'lost' ? 'red' : 'gray'}>
          {stream === 'open' ? t.device.streamOpen : stream === 'lost' ? t.device.streamLost : t.device.streamConnecting}
        </Badge>
      </Group>
      {rows.length === 0 && !latest.error && !raw.in && <Text c="dimmed">{t.device.noValues}</Text>}
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={420}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.device.parameter}</Table.Th><Table.Th ta="right">{t.device.value}</Table.Th>
                <Table.Th>{t.device.meaning}</Table.Th><Table.Th w={130}>{t.device.age}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => {
                const fresh = isLive(row, now, stream !== 'lost', disconnected);
                return (
                  <Table.Tr key={row.key} data-stale={fresh ? undefined : true}>
                    <Table.Td>
                      <Anchor size="sm" component="button" type="button" ta="left"
                        onClick={() => setSearch({ tab: 'history', parameter: row.key })}>{row.name ?? row.key}</Anchor>
                    </Table.Td>
                    <Table.Td ta="right" className="live-value" fz="lg"><ValueNumber value={row} /></Table.Td>
                    <Table.Td className="live-value"><ValueMeaning value={row} /></Table.Td>
                    <Table.Td className="number">
                      <Group gap={6} wrap="nowrap">
                        <Text size="sm" c="dimmed">{ageText(now - row.seenAt)}</Text>
                        {!fresh && (
                          <Tooltip label={t.device.staleHint} multiline w={260}>
                            <Badge size="sm" color="gray" variant="filled" tabIndex={0}>{t.device.stale}</Badge>
                          </Tooltip>
                        )}
                      </Group>
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {(raw.in || raw.out) && (
        <Card withBorder>
          <Text size="sm" fw={500} mb={6}>{t.device.raw}</Text>
          {raw.in && <Raw label={t.device.input} octets={raw.in} />}
          {raw.out && <Raw label={t.device.output} octets={raw.out} />}
        </Card>
      )}
    </Stack>
  );
}

function Raw({ label, octets }: { label: string; octets: RawOctets }) {
  const t = useText();
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed" w={30}>{label}</Text>
      <Code style={{ overflowWrap: 'anywhere' }}>{octets.hex.replace(/(..)(?=.)/g, '$1 ')}</Code>
      {octets.valid === false && <Badge size="sm" color="orange" variant="light" tt="none">{t.device.invalid}</Badge>}
    </Group>
  );
}

/** The time, again and again. */
function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
