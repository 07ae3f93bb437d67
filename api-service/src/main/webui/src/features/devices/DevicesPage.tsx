import { Anchor, Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useDevices, useLatestOf } from '../../api/queries';
import { BindingBadge, ConnectionBadge } from '../../components/Badges';
import { Pager } from '../../components/Pager';
import { Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { SearchField } from '../../components/SearchField';
import { SortHeader } from '../../components/SortHeader';
import { useListParams } from '../../components/useListParams';
import { useText } from '../../i18n';
import { timeText } from '../../lib/format';

const SIZE = 25;
const STATES = ['BOUND', 'DESCRIPTION_MISSING', 'IDENTITY_MISSING'] as const;

/** All registered devices with connection, binding and what they lack. */
export function DevicesPage() {
  const t = useText();
  const { params, page, set } = useListParams();
  const text = params.get('q') ?? '';
  const state = params.get('state') ?? '';
  const description = params.get('description_id') ?? '';
  const sort = params.get('sort') ?? '';
  const list = useDevices({ q: text, state, description_id: description, sort, page, size: SIZE });
  const items = list.data?.items ?? [];
  const latest = useLatestOf(items.map((device) => device.device_id));
  const filtered = text || state || description;
  const order = (next: string) => set({ sort: next });
  return (
    <Page title={t.devices.title}>
      <Group gap="sm">
        <SearchField value={text} label={t.devices.search} onChange={(q) => set({ q })} />
        <Select aria-label={t.devices.state} placeholder={t.devices.state} clearable w={210} value={state || null}
          data={STATES.map((value) => ({ value, label: t.state[value] }))} onChange={(value) => set({ state: value })} />
        {description && (
          <Button variant="light" size="compact-sm" onClick={() => set({ description_id: null })}>
            {t.devices.filtered(description)} · {t.devices.clearFilter}
          </Button>
        )}
      </Group>
      {list.error && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
      {list.isLoading && <Loading />}
      {list.data?.total === 0 && (
        <Stack gap={4}>
          <Text c="dimmed">{filtered ? t.devices.nothing : t.devices.empty}</Text>
          {!filtered && <Text c="dimmed" size="sm">{t.devices.emptyHint}</Text>}
        </Stack>
      )}
      {items.length > 0 && (
        <Table.ScrollContainer minWidth={640}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <SortHeader name="device_id" sort={sort} onSort={order}>{t.common.name}</SortHeader>
                <Table.Th>{t.devices.connection}</Table.Th>
                <Table.Th>{t.devices.state}</Table.Th>
                <Table.Th>{t.devices.description}</Table.Th>
                <Table.Th>{t.devices.lastSeen}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((device) => {
                const view = latest.get(device.device_id);
                return (
                  <Table.Tr key={device.device_id}>
                    <Table.Td>
                      <Anchor component={Link} to={`/devices/${encodeURIComponent(device.device_id)}`} size="sm" fw={500}>
                        {device.name ?? device.device_id}
                      </Anchor>
                      {device.name && <Text size="xs" c="dimmed">{device.device_id}</Text>}
                    </Table.Td>
                    <Table.Td><ConnectionBadge state={view?.connection_state} /></Table.Td>
                    <Table.Td><BindingBadge state={device.binding.state} /></Table.Td>
                    <Table.Td>
                      {device.binding.description_id === undefined ? '–' : (
                        <Anchor component={Link} to={`/catalog/${device.binding.description_id}`} size="sm">
                          {device.binding.product_name ?? device.binding.description_id}
                        </Anchor>
                      )}
                      {device.binding.vendor_name && <Text size="xs" c="dimmed">{device.binding.vendor_name}</Text>}
                    </Table.Td>
                    <Table.Td>{timeText(view?.last_seen ?? view?.received_at)}</Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Pager page={page} size={SIZE} total={list.data?.total ?? 0} onChange={(next) => set({ page: String(next) })} />
    </Page>
  );
}
