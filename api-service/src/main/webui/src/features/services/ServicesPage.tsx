import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, useGet } from '../../api/call';
import { useHealth } from '../../api/queries';
import type { BreakerView } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { StateBadge } from '../../components/Badges';
import { Block } from '../../components/Block';
import { DataTable, type Column } from '../../components/DataTable';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { statusText } from '../../lib/numbers';
import { BrokerCard } from '../mqtt/BrokerCard';
import { FlowTable } from './FlowTable';

/** What the services depend on, and the circuit breakers between them. */
export function ServicesPage() {
  const t = useText();
  const health = useHealth();
  return (
    <Page title={t.nav.services}>
      <Stack>
        <Ask query={health}>{(data) => (
          <Block title={t.services.health} aside={<Group gap="xs"><Text size="xs" c="dimmed">{timeText(data.timestamp)}</Text><StateBadge state={data.status} /></Group>}>
            <Table>
              <Table.Tbody>
                {Object.entries(data.checks ?? {}).map(([name, check]) => (
                  <Table.Tr key={name}>
                    <Table.Td>{statusText(name)} <Text span size="xs" c="dimmed">{check.required ? t.services.required : t.services.optional}</Text>{check.message && <Text size="xs" c="dimmed">{check.message}</Text>}</Table.Td>
                    <Table.Td ta="right"><StateBadge state={check.status} /></Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Block>
        )}</Ask>
        <FlowTable />
        <Breakers />
        <BrokerCard />
      </Stack>
    </Page>
  );
}

function Breakers() {
  const t = useText();
  const client = useQueryClient();
  const operator = useMay('operator');
  const breakers = useGet('/api/breakers', {}, {}, { refetchInterval: 5000 });
  const reset = useMutation({
    mutationFn: (breaker: BreakerView) => call('POST /api/breakers/{service}/{name}/reset', { service: breaker.service!, name: breaker.name! }),
    onSettled: () => client.invalidateQueries({ queryKey: ['/api/breakers'] }),
  });
  const columns: Column<BreakerView>[] = [
    { id: 'service', header: t.services.service, value: (each) => each.service, cell: (each) => <>{each.service}{each.instance && <Text size="xs" c="dimmed">{each.instance}</Text>}</> },
    { id: 'name', header: t.services.towards, width: 130, value: (each) => each.name, cell: (each) => each.name },
    { id: 'state', header: t.services.state, width: 130, value: (each) => each.state, cell: (each) => <StateBadge state={each.state} /> },
    { id: 'failures', header: t.services.failures, width: 120, right: true, cell: (each) => <span className="number">{each.failures ?? 0}{each.threshold ? ` / ${each.threshold}` : ''}</span> },
    { id: 'opened', header: t.services.opened, width: 110, right: true, value: (each) => each.opened, cell: (each) => <span className="number">{each.opened ?? 0}</span> },
    { id: 'last', header: t.services.last, width: 260, cell: (each) => <>{each.last_change && timeText(each.last_change)}<Text size="xs" c="dimmed">{each.last_error ?? each.detail}</Text></> },
    ...(operator ? [{ id: 'reset', header: '', label: t.services.reset, width: 120, cell: (each: BreakerView) => <Button size="compact-xs" variant="light" disabled={each.state === 'closed'} loading={reset.isPending && reset.variables === each} onClick={() => reset.mutate(each)}>{t.services.reset}</Button> }] : []),
  ];
  return (
    <Block title={t.services.breakers}>
      <Text size="sm" c="dimmed" mb="xs">{t.services.breakersText}</Text>
      <Ask query={breakers}>{(list) => <DataTable label={t.services.breakers} rows={list} columns={columns} rowKey={(each) => `${each.service}-${each.instance}-${each.name}`} minWidth={860} />}</Ask>
      {reset.error && <ProblemAlert error={reset.error} />}
    </Block>
  );
}
