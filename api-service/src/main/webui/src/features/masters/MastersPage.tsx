import { Badge, Button, Text } from '@mantine/core';
import { useList } from '../../api/call';
import type { Master } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty, Page } from '../../components/Page';
import { useListParams } from '../../components/useListParams';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { MasterDialog } from './MasterDialog';
import { MasterStateBadge } from './MasterStateBadge';

/** The IO-Link masters that the suite reads by itself, and how it is with them. */
export function MastersPage() {
  const t = useText();
  const operator = useMay('operator');
  const { params, set } = useListParams();
  const masters = useList('/api/masters', {}, { size: 500 }, { refetchInterval: 3000 });
  const columns: Column<Master>[] = [
    { id: 'name', header: t.common.name, value: (each) => each.name, cell: (each) => <><a className="row-link" href={`/masters/${each.id}`}>{each.name}</a><span className="row-sub mono">{each.id}</span></> },
    { id: 'state', header: t.devices.connection, width: 185, value: (each) => each.state, cell: (each) => <MasterStateBadge state={each.state} /> },
    { id: 'kind', header: t.masters.kind, width: 150, value: (each) => each.kind, cell: (each) => each.kind && t.masters.kinds[each.kind] },
    { id: 'address', header: t.masters.address, width: 210, value: (each) => each.address, cell: (each) => <span className="mono cut" title={each.address}>{each.address}</span> },
    { id: 'ports', header: t.masters.inUse, width: 130, right: true, value: (each) => each.devices, cell: (each) => <span className="number">{each.devices ?? 0} / {each.ports ?? 0}</span> },
    { id: 'read', header: t.masters.readTakes, width: 120, right: true, value: (each) => each.read_ms, cell: (each) => <span className="number">{each.read_ms === undefined ? '–' : `${each.read_ms} ms`}</span> },
    { id: 'contact', header: t.masters.lastContact, width: 190, value: (each) => each.last_contact, cell: (each) => <>{timeText(each.last_contact)}{each.error && <Text size="xs" c="red" title={each.error} truncate>{each.error}</Text>}</> },
  ];
  return (
    <Page title={t.nav.masters} aside={operator && <Button size="xs" onClick={() => set({ add: '1' })}>{t.masters.add}</Button>}>
      <Ask query={masters}>{(list) => (list.items.length === 0 ? <Empty hint={t.masters.noneHint}>{t.masters.none}</Empty> : (
        <>
          {list.items.some((each) => each.state === 'waiting') && <Badge color="gray">{t.masters.waitingText}</Badge>}
          <DataTable label={t.nav.masters} rows={list.items} columns={columns} rowKey={(each) => each.id!} minWidth={1080} />
        </>
      ))}</Ask>
      {params.get('add') && operator && <MasterDialog onClose={() => set({ add: null })} onSaved={() => { set({ add: null }); void masters.refetch(); }} />}
    </Page>
  );
}
