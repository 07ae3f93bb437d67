import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useList } from '../../api/call';
import { useStream } from '../../api/useStream';
import { useTextLanguage } from '../../app/preferences';
import { Ask } from '../../components/Ask';
import { Empty, Page } from '../../components/Page';
import { Pager } from '../../components/Pager';
import { SearchField } from '../../components/SearchField';
import { useListParams } from '../../components/useListParams';
import { useText } from '../../i18n';
import { csv, saveText } from '../../lib/save';
import { EventTable } from './EventTable';

const SIZE = 100;
const TYPES = ['error', 'warning', 'notification'] as const;

/** Events of all devices, live; what is active, or everything that was. */
export function EventsPage() {
  const t = useText();
  const client = useQueryClient();
  const lang = useTextLanguage();
  const { params, page, set } = useListParams();
  const active = params.get('show') !== 'all';
  const type = params.get('type') ?? '';
  const device = params.get('device') ?? '';
  const events = useList('/api/events', {}, { lang, page, size: SIZE, type, device, active: active ? 'true' : undefined }, { refetchInterval: 15_000 });
  useStream('/api/events/stream', () => void client.invalidateQueries({ queryKey: ['/api/events'] }));
  const save = () => saveText('events.csv', csv([['time', 'device', 'type', 'code', 'mode', 'active', 'name', 'description', 'clock_ahead_ms'],
    ...(events.data?.items ?? []).map((each) => [each.occurred_at, each.device_id, each.type, each.code_hex, each.mode, each.active, each.name, each.description, each.clock_ahead_ms])]), 'text/csv');
  return (
    <Page title={t.nav.events}>
      <Group gap="sm">
        <SegmentedControl size="xs" aria-label={t.events.show} value={active ? 'active' : 'all'} onChange={(value) => set({ show: value === 'all' ? 'all' : null })}
          data={[{ value: 'active', label: t.events.activeNow }, { value: 'all', label: t.events.history }]} />
        <SearchField value={device} label={t.events.deviceId} onChange={(value) => set({ device: value })} />
        <Select aria-label={t.events.type} placeholder={t.events.type} clearable w={160} value={type || null} data={TYPES.map((value) => ({ value, label: t.events.types[value] }))} onChange={(value) => set({ type: value })} />
        <Button size="xs" variant="light" ml="auto" disabled={!events.data?.items.length} onClick={save}>CSV</Button>
      </Group>
      <Ask query={events}>{(list) => (list.items.length === 0 ? <Empty>{active ? t.events.noneActive : t.events.none}</Empty> : <EventTable events={list.items} />)}</Ask>
      <Pager page={page} size={SIZE} total={events.data?.total ?? 0} onChange={(next) => set({ page: String(next) })} />
    </Page>
  );
}
