import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Device } from '../../api/types';
import { usePreferences } from '../../app/preferences';
import { useMay } from '../../app/useRole';
import { BindingBadge, ConnectionBadge } from '../../components/Badges';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty, Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { SearchField } from '../../components/SearchField';
import { useNow } from '../../components/useNow';
import { useListParams } from '../../components/useListParams';
import { useSparseList } from '../../components/useSparseList';
import { useText } from '../../i18n';
import { ageText, timeText } from '../../lib/dates';
import { wallSearch } from '../wall/selection';
import { AddDeviceDialog } from './AddDeviceDialog';
import { DeviceCards } from './DeviceCards';
import { LabelMap } from './LabelMap';
import { Labels } from './Labels';

const STATES = ['bound', 'description_missing', 'identity_missing'] as const;
const CONNECTIONS = ['connected', 'silent', 'disconnected', 'unknown'] as const;

/** All registered devices with connection, binding and labels, as a list or with their values as cards. */
export function DevicesPage() {
  const t = useText();
  const { params, set } = useListParams();
  const filter = {
    q: params.get('q') ?? '', state: params.get('state') ?? '', connection: params.get('connection') ?? '', kind: params.get('kind') ?? '',
    description_id: params.get('description_id') ?? '', label: params.get('label') ?? '', sort: params.get('sort') ?? '',
  };
  const { cards } = usePreferences();
  const view = params.get('view') ?? (cards ? 'cards' : 'list');
  const operator = useMay('operator');
  const add = params.get('add');
  const list = useSparseList<Device>('/api/devices', filter, 10_000);
  const filtered = filter.q || filter.state || filter.connection || filter.kind || filter.description_id || filter.label;
  const now = useNow(10_000);
  const columns = useMemo((): Column<Device>[] => [
    {
      id: 'name', header: t.common.name, sort: 'device_id',
      cell: (device) => (
        <><a href={`/devices/${encodeURIComponent(device.device_id)}`} className="row-link">{device.name ?? device.device_id}</a>
          {device.name && <span className="row-sub">{device.device_id}</span>}</>
      ),
    },
    { id: 'connection', header: t.devices.connection, width: 125, cell: (device) => <ConnectionBadge state={device.connection?.state ?? 'unknown'} /> },
    { id: 'seen', header: t.devices.lastSeen, width: 100, cell: (device) => <span title={timeText(device.connection?.last_seen)}>{device.connection?.last_seen ? t.common.ago(ageText(Math.max(0, now - Date.parse(device.connection.last_seen)))) : '–'}</span> },
    { id: 'binding', header: t.devices.state, width: 158, cell: (device) => <BindingBadge state={device.binding?.state} /> },
    {
      id: 'description', header: t.devices.description, width: 220,
      cell: ({ binding }) => (
        <>{binding?.description_id === undefined ? '–' : <a href={`/catalog/${binding.description_id}`} className="row-link">{binding.product_name ?? binding.description_id}</a>}
          {binding?.vendor_name && <span className="row-sub">{binding.vendor_name}</span>}</>
      ),
    },
    { id: 'labels', header: t.devices.labels, width: 130, cell: (device) => <Labels labels={device.labels} onPick={(label) => set({ label })} /> },
  ], [t, set, now]);
  const nav = (
    <>
      <Button component={Link} to={{ pathname: '/wall', search: wallSearch(filter) }} variant="default" size="xs">{t.nav.wall}</Button>
      {operator && <Button size="xs" onClick={() => set({ add: 'new' })}>{t.devices.add}</Button>}
      <Button component={Link} to="/missing" variant="default" size="xs">{t.nav.missing}</Button>
    </>
  );
  return (
    <Page title={t.devices.title} aside={<Group gap="sm">{list.total !== undefined && <Text c="dimmed" size="sm" className="number">{t.common.count(list.total)}</Text>}{nav}</Group>}>
      <Group gap="sm">
        <SearchField value={filter.q} label={t.devices.search} onChange={(q) => set({ q })} />
        <Select aria-label={t.devices.connection} placeholder={t.devices.connection} clearable w={150} size="sm" value={filter.connection || null}
          data={CONNECTIONS.map((value) => ({ value, label: t.state[value] }))} onChange={(value) => set({ connection: value })} />
        <Select aria-label={t.devices.state} placeholder={t.devices.state} clearable w={190} size="sm" value={filter.state || null}
          data={STATES.map((value) => ({ value, label: t.state[value] }))} onChange={(value) => set({ state: value })} />
        <SegmentedControl aria-label={t.catalog.view} value={view} size="xs" onChange={(value) => set({ view: value })}
          data={[{ value: 'list', label: t.catalog.list }, { value: 'cards', label: t.catalog.grid }, { value: 'labels', label: t.devices.labels }]} />
        {filter.label && <Button variant="light" size="compact-sm" onClick={() => set({ label: null })}>{filter.label} ✕</Button>}
        {filter.description_id && <Button variant="light" size="compact-sm" onClick={() => set({ description_id: null })}>{t.devices.filtered(filter.description_id)} ✕</Button>}
      </Group>
      {list.error && <ProblemAlert error={list.error} retry={list.refetch} />}
      {list.loading && <Loading />}
      {list.total === 0 && <Empty hint={!filtered && t.devices.emptyHint}>{filtered ? t.devices.nothing : t.devices.empty}</Empty>}
      {!!list.total && (view === 'labels' ? <LabelMap filter={filter} />
        : view === 'cards'
        ? <DeviceCards devices={list.rows.filter((each): each is Device => !!each).slice(0, 60)} total={list.total} />
        : <DataTable label={t.devices.title} rows={list.rows} columns={columns} rowKey={(device) => device.device_id} sort={filter.sort} onSort={(sort) => set({ sort })} onRange={list.onRange} rowHeight={50} minWidth={1010} />)}
      {add && operator && <AddDeviceDialog description={add === 'new' ? undefined : add} onClose={() => set({ add: null })} />}
    </Page>
  );
}
