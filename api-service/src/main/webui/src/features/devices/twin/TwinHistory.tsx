import { Text } from '@mantine/core';
import { useList } from '../../../api/call';
import type { ShadowChangeView } from '../../../api/types';
import { Ask } from '../../../components/Ask';
import { Block } from '../../../components/Block';
import { DataTable, type Column } from '../../../components/DataTable';
import { useText } from '../../../i18n';
import { timeText } from '../../../lib/dates';

/** The last changes of a twin. */
export function TwinHistory({ id }: { id: string }) {
  const t = useText();
  const changes = useList('/api/devices/{id}/shadow/history', { id }, { size: 100 }, { refetchInterval: 10_000 });
  const columns: Column<ShadowChangeView>[] = [
    { id: 'version', header: t.twin.versionHead, width: 90, right: true, cell: (each) => <span className="number">{each.version}</span> },
    { id: 'at', header: t.twin.at, width: 192, cell: (each) => timeText(each.changed_at) },
    { id: 'source', header: t.twin.source, width: 150, cell: (each) => each.source },
    { id: 'patch', header: t.twin.change, cell: (each) => <Text size="xs" className="mono" style={{ overflowWrap: 'anywhere' }}>{JSON.stringify(each.patch)}</Text> },
  ];
  return (
    <Ask query={changes}>{(list) => (list.items.length === 0 ? null
      : <Block title={t.twin.changes}><DataTable label={t.twin.changes} rows={list.items} columns={columns} rowKey={(each) => `${each.version}-${each.changed_at}-${each.source}`} height={360} /></Block>)}
    </Ask>
  );
}
