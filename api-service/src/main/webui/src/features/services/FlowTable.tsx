import { Badge, Text } from '@mantine/core';
import { useFlow } from '../../api/useFlow';
import type { MessageFlow } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { DataTable, type Column } from '../../components/DataTable';
import { useText } from '../../i18n';
import { keyOf, lagText, rateText } from '../../lib/flow';

/** Each edge service with what it takes in, what became of it, and how long the oldest message waits. */
export function FlowTable() {
  const t = useText();
  const { pipeline, rates } = useFlow();
  const number = (value: number | undefined) => <span className="number">{value ?? '–'}</span>;
  const columns: Column<MessageFlow>[] = [
    { id: 'service', header: t.services.service, cell: (each) => <>{each.service}<Text size="xs" c="dimmed">{each.detail ?? each.instance}</Text></> },
    {
      id: 'state', header: t.services.state, width: 130,
      cell: (each) => (each.detail ? <Badge color="red">{t.state.unavailable}</Badge> : each.paused ? <Badge color="orange">{t.mqtt.lanePaused}</Badge>
        : <Badge color={each.connected ? 'teal' : 'red'}>{each.connected ? t.state.connected : t.state.disconnected}</Badge>),
    },
    { id: 'rate', header: t.mqtt.received, width: 130, right: true, cell: (each) => <span className="number">{rates.has(keyOf(each)) ? rateText(rates.get(keyOf(each))!) : '–'}</span> },
    { id: 'received', header: t.services.taken, width: 100, right: true, cell: (each) => number(each.received) },
    { id: 'written', header: t.services.written, width: 110, right: true, cell: (each) => number(each.written) },
    { id: 'dead', header: t.nav.deadLetters, width: 110, right: true, cell: (each) => number(each.dead_lettered) },
    { id: 'held', header: t.services.held, width: 90, right: true, cell: (each) => number(each.in_flight) },
    { id: 'lag', header: t.overview.lag, width: 110, right: true, cell: (each) => <span className="number">{each.oldest_ms === undefined ? '–' : lagText(each.oldest_ms)}</span> },
  ];
  return (
    <Block title={t.services.flow}>
      <Text size="sm" c="dimmed" mb="xs">{t.services.flowText}</Text>
      <Ask query={pipeline}>{(data) => ((data.services ?? []).length === 0 ? <Text size="sm" c="dimmed">{t.services.flowNone}</Text>
        : <DataTable label={t.services.flow} rows={data.services ?? []} columns={columns} rowKey={keyOf} minWidth={940} />)}
      </Ask>
    </Block>
  );
}
