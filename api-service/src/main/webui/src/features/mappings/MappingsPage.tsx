import { Button, Group, Menu, Switch, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { call, useGet, useList } from '../../api/call';
import type { Mapping } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { requestOf } from './mappingText';

/** Rules that make telemetry of whatever somebody publishes as JSON. */
export function MappingsPage() {
  const t = useText();
  const navigate = useNavigate();
  const operator = useMay('operator');
  const mappings = useList('/api/mappings', {}, { size: 500 }, { refetchInterval: 15_000 });
  const ready = useGet('/api/mappings/ready', {}, {}, { staleTime: Infinity });
  const change = useMutation({ mutationFn: (action: () => Promise<unknown>) => action(), onSettled: () => mappings.refetch() });
  const turn = (each: Mapping) => change.mutate(() => call('PUT /api/mappings/{id}', { id: each.id! }, { ...requestOf(each), enabled: !each.enabled }, { version: each.version }));
  const remove = (each: Mapping) => modals.openConfirmModal({
    title: t.common.delete, children: <Text size="sm">{t.mappings.removeText(each.name ?? '')}</Text>, labels: { confirm: t.common.delete, cancel: t.common.cancel }, confirmProps: { color: 'red' },
    onConfirm: () => change.mutate(() => call('DELETE /api/mappings/{id}', { id: each.id! })),
  });
  const columns: Column<Mapping>[] = [
    { id: 'name', header: t.common.name, value: (each) => each.name, cell: (each) => <><a className="row-link" href={`/mappings/${each.id}`}>{each.name}</a>{each.description && <span className="row-sub">{each.description}</span>}</> },
    { id: 'topics', header: t.mappings.topics, cell: (each) => <span className="mono cut" title={each.topics?.join('\n')}>{each.topics?.join(', ')}</span> },
    { id: 'version', header: t.catalog.version, width: 90, right: true, value: (each) => each.version, cell: (each) => <span className="number">{each.version}</span> },
    { id: 'updated', header: t.rules.updated, width: 190, value: (each) => each.updated_at, cell: (each) => <>{timeText(each.updated_at)}<span className="row-sub">{each.updated_by}</span></> },
    { id: 'on', header: t.rules.on, width: 70, cell: (each) => <Switch size="xs" aria-label={t.mappings.onOf(each.name ?? '')} checked={each.enabled ?? false} disabled={!operator || change.isPending} onChange={() => turn(each)} /> },
    ...(operator ? [{ id: 'remove', header: '', label: t.common.delete, width: 90, cell: (each: Mapping) => <Button size="compact-xs" variant="subtle" color="red" onClick={() => remove(each)}>{t.common.delete}</Button> }] : []),
  ];
  return (
    <Page title={t.nav.mappings} aside={operator && (
      <Group gap="xs">
        <Menu position="bottom-end">
          <Menu.Target><Button size="xs" variant="light">{t.mappings.ready}</Button></Menu.Target>
          <Menu.Dropdown mah={400} style={{ overflowY: 'auto' }}>
            {(ready.data ?? []).map((each) => <Menu.Item key={each.name} onClick={() => navigate(`/mappings/new?ready=${encodeURIComponent(each.name ?? '')}`)}>{each.name}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
        <Button component={Link} to="/mappings/new" size="xs">{t.mappings.make}</Button>
      </Group>
    )}>
      <Text size="sm" c="dimmed">{t.mappings.text}</Text>
      {change.error && <ProblemAlert error={change.error} />}
      <Ask query={mappings}>{(list) => (list.items.length === 0 ? <Empty hint={t.mappings.noneHint}>{t.mappings.none}</Empty>
        : <DataTable label={t.nav.mappings} rows={list.items} columns={columns} rowKey={(each) => String(each.id)} minWidth={900} />)}
      </Ask>
    </Page>
  );
}
