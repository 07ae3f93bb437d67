import { Text } from '@mantine/core';
import { useState } from 'react';
import { useGet, useList } from '../../api/call';
import type { MasterPort } from '../../api/types';
import { Ask } from '../../components/Ask';
import { DataTable, type Column } from '../../components/DataTable';
import { Dialog } from '../../components/Dialog';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { qualityText } from './quality';

/** The ports of a master: what hangs on each, by which description it is read, and how well. */
export function PortsTable({ id }: { id: string }) {
  const t = useText();
  const ports = useGet('/api/masters/{id}/ports', { id }, {}, { refetchInterval: 3000 });
  const [looked, setLooked] = useState<number>();
  const columns: Column<MasterPort>[] = [
    { id: 'port', header: t.masters.port, width: 60, cell: (each) => <span className="number">{each.port}</span> },
    { id: 'mode', header: t.masters.mode, width: 90, cell: (each) => each.mode ?? '–' },
    {
      id: 'device', header: t.events.device,
      cell: (each) => (each.device_id === undefined ? <Text size="sm" c="dimmed">{t.masters.nothing}</Text>
        : <><a className="row-link" href={`/devices/${encodeURIComponent(each.device_id)}`}>{each.device_name ?? each.device_id}</a><span className="row-sub">{[each.product, each.serial].filter(Boolean).join(' · ')}</span></>),
    },
    { id: 'ids', header: t.catalog.ids, width: 122, cell: (each) => (each.vendor_id === undefined ? '–' : <span className="number">{each.vendor_id} / {each.iolink_device_id}</span>) },
    {
      id: 'description', header: t.devices.description, width: 190,
      cell: (each) => (each.description_id !== undefined ? <a className="row-link" href={`/catalog/${each.description_id}`}>{each.description_product ?? each.description_id}</a>
        : each.device_id ? <a className="row-link" href="/missing">{t.device.missingTitle}</a> : '–'),
    },
    { id: 'cycle', header: t.masters.cycle, width: 84, right: true, cell: (each) => <span className="number">{each.cycle_us === undefined ? '–' : `${each.cycle_us / 1000} ms`}</span> },
    { id: 'quality', header: t.masters.invalid, width: 120, right: true, cell: (each) => <span className="number">{qualityText(each)}</span> },
    { id: 'since', header: t.devices.since, width: 192, cell: (each) => <button type="button" className="payload link-like" onClick={() => setLooked(each.port)} title={t.masters.changes}>{timeText(each.since) || t.masters.changes}</button> },
  ];
  return (
    <>
      <Ask query={ports}>{(list) => (list.length === 0 ? <Text size="sm" c="dimmed">{t.masters.portsNone}</Text> : <DataTable label={t.masters.ports} rows={list} columns={columns} rowKey={(each) => String(each.port)} minWidth={960} />)}</Ask>
      {looked !== undefined && <Changes id={id} port={looked} onClose={() => setLooked(undefined)} />}
    </>
  );
}

function Changes({ id, port, onClose }: { id: string; port: number; onClose: () => void }) {
  const t = useText();
  const changes = useList('/api/masters/{id}/ports/{port}/changes', { id, port }, { size: 100 });
  return (
    <Dialog opened onClose={onClose} title={t.masters.changesOf(port)} size="lg">
      <Ask query={changes}>{(list) => (list.items.length === 0 ? <Text size="sm" c="dimmed">{t.masters.changesNone}</Text> : list.items.map((each) => (
        <Text key={each.at} size="sm"><span className="number">{timeText(each.at)}</span> · {each.device_before ?? t.masters.nothing} → {each.device_after ?? t.masters.nothing}</Text>
      )))}</Ask>
    </Dialog>
  );
}
