import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useList } from '../../api/call';
import type { MissingDescription } from '../../api/types';
import { Ask } from '../../components/Ask';
import { KindBadge } from '../../components/Badges';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty, Page } from '../../components/Page';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { hexCode } from '../../lib/hex';
import { DropZone } from '../imports/DropZone';
import { TransferList } from '../imports/TransferList';

/** Descriptions that devices wait for, those of most devices first, and the place to drop them. */
export function MissingPage() {
  const t = useText();
  const missing = useList('/api/devices/missing-descriptions', {}, { size: 500 }, { refetchInterval: 10_000 });
  const columns: Column<MissingDescription>[] = [
    { id: 'kind', header: t.catalog.kind, width: 90, value: (each) => each.kind, cell: (each) => <KindBadge kind={each.kind} /> },
    { id: 'vendor', header: t.description.vendorId, width: 150, value: (each) => each.vendor_id, cell: (each) => <span className="number">{each.vendor_id} ({hexCode(each.vendor_id ?? 0, 4)})</span> },
    { id: 'device', header: t.description.deviceId, width: 170, value: (each) => each.device_id, cell: (each) => <span className="number">{each.device_id} ({hexCode(each.device_id ?? 0, 6)})</span> },
    { id: 'product', header: t.device.productId, value: (each) => each.product_ids?.join(), cell: (each) => each.product_ids?.join(', ') || '–' },
    {
      id: 'devices', header: t.nav.devices, width: 230, value: (each) => each.devices,
      cell: (each) => (
        <Group gap={6}><Text size="sm" className="number">{each.devices}</Text>
          {(each.examples ?? []).slice(0, 3).map((id) => <Anchor key={id} component={Link} to={`/devices/${encodeURIComponent(id)}`} size="xs">{id}</Anchor>)}</Group>
      ),
    },
    { id: 'since', header: t.devices.since, width: 192, value: (each) => each.since, cell: (each) => timeText(each.since) },
    {
      id: 'action', header: '', label: t.devices.solve, width: 130,
      cell: (each) => (each.examples?.[0] ? <Button size="compact-xs" variant="light" component={Link} to={`/devices/${encodeURIComponent(each.examples[0])}?bind=1`}>{t.devices.bindByHand}</Button> : null),
    },
  ];
  return (
    <Page title={t.nav.missing} up={{ to: '/devices', label: t.devices.title }}>
      <Text size="sm" c="dimmed">{t.devices.missingText}</Text>
      <DropZone />
      <TransferList />
      <Ask query={missing}>{(list) => (list.items.length === 0 ? <Empty>{t.devices.missingNone}</Empty>
        : <DataTable label={t.nav.missing} rows={list.items} columns={columns} rowKey={(each) => `${each.kind}-${each.vendor_id}-${each.device_id}`} minWidth={1000} />)}
      </Ask>
    </Page>
  );
}
