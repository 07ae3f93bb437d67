import { Anchor, Badge, Group, Stack, Switch, Table, Text, Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { memo, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLayout } from '../../api/queries';
import type { useLive } from '../../api/useLive';
import { ProblemAlert } from '../../components/Problem';
import { Loading } from '../../components/Page';
import { Sparkline } from '../../components/Sparkline';
import { ValueMeaning, ValueNumber } from '../../components/ValueText';
import { useText } from '../../i18n';
import { ageText } from '../../lib/dates';
import { isLive, type LiveValue } from '../../lib/live';
import type { TrailPoint } from '../../lib/trails';

/** Newest values as they arrive. What is old, or cannot be followed any more, is marked stale and loses its colour. */
export function LiveTab({ live, description }: { live: ReturnType<typeof useLive>; description?: number }) {
  const t = useText();
  const [, setSearch] = useSearchParams();
  const now = useNow(1000);
  const [sparks, setSparks] = useLocalStorage({ key: 'greenstack-sparklines', defaultValue: true });
  const layout = useLayout(description === undefined ? undefined : String(description));
  const formats = useMemo(() => new Map((layout.data?.in ?? []).flatMap((frame) => (frame.fields ?? []).map((field) => [field.key, field.scalings?.[0]?.display_format] as const))), [layout.data]);
  const { values, raw, stream, latest, trails } = live;
  const rows = Object.values(values).sort((a, b) => a.key.localeCompare(b.key, undefined, { numeric: true }));
  const disconnected = latest.data?.latest.connection_state === 'disconnected';
  const streaming = stream === 'open' || stream === 'connecting';
  if (latest.isLoading) {
    return <Loading />;
  }
  return (
    <Stack gap="sm">
      {latest.error && <ProblemAlert error={latest.error} retry={() => void latest.refetch()} />}
      <Group gap="sm" justify="space-between">
        <Badge variant="dot" color={stream === 'open' ? 'teal' : stream === 'connecting' ? 'gray' : 'red'} role="status">
          {stream === 'open' ? t.device.streamOpen : stream === 'connecting' ? t.device.streamConnecting : stream === 'refused' ? t.device.streamRefused : t.device.streamLost}
        </Badge>
        <Switch size="xs" label={t.device.sparklines} checked={sparks} onChange={(event) => setSparks(event.currentTarget.checked)} />
      </Group>
      {rows.length === 0 && !latest.error && !raw.in && <Text c="dimmed">{t.device.noValues}</Text>}
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={380} type="native">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.device.parameter}</Table.Th><Table.Th ta="right">{t.device.value}</Table.Th><Table.Th>{t.device.meaning}</Table.Th>
                {sparks && <Table.Th w={130} visibleFrom="sm">{t.device.trend}</Table.Th>}<Table.Th w={110}>{t.device.age}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => {
                const fresh = isLive(row, now, streaming, disconnected);
                return (
                  <Row key={row.key} row={row} fresh={fresh} format={formats.get(row.key)} age={ageText(now - row.seenAt)} trail={sparks ? trails.of(row.key) : null} last={row.seenAt}
                    onHistory={() => setSearch({ tab: 'history', parameter: row.key })} />
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}

const Row = memo(function Row({ row, fresh, format, age, trail, onHistory }: {
  row: LiveValue; fresh: boolean; format?: string; age: string; trail: readonly TrailPoint[] | null; last: number; onHistory: () => void;
}) {
  const t = useText();
  return (
    <Table.Tr data-stale={fresh ? undefined : true} data-status={row.status || undefined}>
      <Table.Td><Anchor size="sm" component="button" type="button" ta="left" onClick={onHistory} title={t.device.toHistory}>{row.name ?? row.key}</Anchor></Table.Td>
      <Table.Td ta="right" className="live-value" fz="lg">{row.status && row.value === undefined ? <Text span c="dimmed">–</Text> : <ValueNumber value={row} format={format} />}</Table.Td>
      <Table.Td className="live-value"><ValueMeaning value={row} /></Table.Td>
      {trail && <Table.Td visibleFrom="sm"><Sparkline points={trail} /></Table.Td>}
      <Table.Td className="number">
        <Group gap={6}>
          <Text size="sm" c="dimmed">{age}</Text>
          {!fresh && <Tooltip label={t.device.staleHint} multiline w={260}><Badge size="sm" color="gray" variant="outline" tabIndex={0}>{t.device.stale}</Badge></Tooltip>}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}, (before, after) => before.row === after.row && before.fresh === after.fresh && before.age === after.age && before.format === after.format && before.trail === after.trail && before.last === after.last);

/** The time, again and again. */
function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
