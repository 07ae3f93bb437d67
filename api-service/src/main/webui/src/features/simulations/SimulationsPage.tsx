import { Badge, Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, useGet } from '../../api/call';
import type { Simulation } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useListParams } from '../../components/useListParams';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { NewSimulation } from './NewSimulation';
import { ShowDialog } from './ShowDialog';

/** Devices that do not exist, made of any description. */
export function SimulationsPage() {
  const t = useText();
  const operator = useMay('operator');
  const { params, set } = useListParams();
  const list = useGet('/api/simulations', {}, {}, { refetchInterval: 5000 });
  const [shown, setShown] = useState<string>();
  const stop = useMutation({ mutationFn: (id: string) => call('DELETE /api/simulations/{id}', { id }), onSettled: () => list.refetch() });
  const ask = (id: string) => modals.openConfirmModal({
    title: t.simulations.stop, children: <Text size="sm">{t.simulations.stopText(id)}</Text>, labels: { confirm: t.simulations.stop, cancel: t.common.cancel }, confirmProps: { color: 'red' }, onConfirm: () => stop.mutate(id),
  });
  const columns: Column<Simulation>[] = [
    { id: 'id', header: t.events.device, value: (each) => each.device_id, cell: (each) => <><a className="row-link" href={`/devices/${encodeURIComponent(each.device_id ?? '')}`}>{each.name ?? each.device_id}</a><span className="row-sub mono">{each.device_id}</span></> },
    { id: 'description', header: t.devices.description, width: 104, cell: (each) => <a className="row-link" href={`/catalog/${each.description_id}`}>{each.description_id}</a> },
    { id: 'interval', header: t.simulations.interval, width: 110, right: true, value: (each) => each.interval_ms, cell: (each) => <span className="number">{each.interval_ms}</span> },
    { id: 'state', header: t.twin.state, width: 190, cell: (each) => (Object.keys(each.instead ?? {}).length > 0 ? <Badge color="orange">{t.simulations.instead(timeText(each.instead_until))}</Badge> : each.events ? <Badge color="gray">{t.simulations.events}</Badge> : '–') },
    { id: 'since', header: t.simulations.since, width: 190, value: (each) => each.started_at, cell: (each) => <>{timeText(each.started_at)}<span className="row-sub">{each.started_by}</span></> },
    ...(operator ? [{
      id: 'do', header: '', label: t.channels.actions, width: 150, cell: (each: Simulation) => (
        <Group gap={4} wrap="nowrap">
          <Button size="compact-xs" variant="light" onClick={() => setShown(each.device_id)}>{t.simulations.show}</Button>
          <Button size="compact-xs" variant="subtle" color="red" onClick={() => ask(each.device_id!)}>{t.simulations.stop}</Button>
        </Group>
      ),
    }] : []),
  ];
  const add = params.get('add');
  return (
    <Page title={t.nav.simulations} aside={operator && <Button size="xs" onClick={() => set({ add: 'new' })}>{t.simulations.make}</Button>}>
      {stop.error && <ProblemAlert error={stop.error} />}
      <Ask query={list}>{(all) => (all.length === 0 ? <Empty hint={t.simulations.noneHint}>{t.simulations.none}</Empty>
        : <DataTable label={t.nav.simulations} rows={all} columns={columns} rowKey={(each) => each.device_id!} minWidth={980} />)}
      </Ask>
      {add && operator && <NewSimulation description={add === 'new' ? undefined : add} onClose={() => set({ add: null })} onMade={() => { set({ add: null }); void list.refetch(); }} />}
      {shown !== undefined && <ShowDialog id={shown} onClose={() => setShown(undefined)} onDone={() => { notifications.show({ message: t.simulations.done, color: 'teal' }); void list.refetch(); }} />}
    </Page>
  );
}
