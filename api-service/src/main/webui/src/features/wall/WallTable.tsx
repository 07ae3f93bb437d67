import { useMemo } from 'react';
import type { Device, Latest } from '../../api/types';
import { ConnectionBadge } from '../../components/Badges';
import { DataTable, type Column } from '../../components/DataTable';
import { useNow } from '../../components/useNow';
import { ValueMeaning, ValueNumber } from '../../components/ValueText';
import { useText } from '../../i18n';
import { ageText } from '../../lib/dates';
import { valueOf } from './selection';

const COLUMN = 150;

/** The wall as a table: a device in each row, a value in each column. */
export function WallTable({ rows, columns, latest, pinned, pin, chosen, choose, onRange }: {
  rows: (Device | undefined)[];
  columns: string[];
  latest: Map<string, Latest | undefined>;
  pinned: ReadonlySet<string>;
  pin: (id: string) => void;
  chosen: ReadonlySet<string>;
  choose?: (id: string) => void;
  onRange: (first: number, last: number) => void;
}) {
  const t = useText();
  const now = useNow(1000);
  const shown = columns.join('\n');
  const defined = useMemo(() => {
    const all: Column<Device>[] = [
      ...(choose ? [{
        id: 'choose', header: '', label: t.catalog.selection, width: 40,
        cell: ({ device_id: id }: Device) => <input type="checkbox" className="row-check" checked={chosen.has(id)} aria-label={t.common.select(id)} onChange={() => choose(id)} />,
      }] : []),
      {
        id: 'pin', header: '', label: t.wall.pin, width: 52,
        cell: ({ device_id: id }) => <button type="button" className="pin" aria-pressed={pinned.has(id)} aria-label={t.wall.pinOf(id)} onClick={() => pin(id)}>{pinned.has(id) ? '★' : '☆'}</button>,
      },
      {
        id: 'name', header: t.common.name, width: 210,
        cell: (device) => <><a href={`/devices/${encodeURIComponent(device.device_id)}`} className="row-link">{device.name ?? device.device_id}</a><span className="row-sub">{[device.name && device.device_id, device.location].filter(Boolean).join(' · ')}</span></>,
      },
      { id: 'state', header: t.devices.connection, width: 130, cell: (device) => <ConnectionBadge state={latest.get(device.device_id)?.connection_state ?? device.connection?.state ?? 'unknown'} /> },
      ...shown.split('\n').filter(Boolean).map((name): Column<Device> => ({
        id: `value ${name}`, header: name, width: COLUMN, right: true,
        cell: (device) => {
          const value = valueOf(latest.get(device.device_id), name);
          return value ? <span className="live-value"><ValueNumber value={value} /> <ValueMeaning value={value} /></span> : <span className="row-sub">–</span>;
        },
      })),
      {
        id: 'age', header: t.device.age, width: 90,
        cell: (device) => {
          const received = Date.parse(latest.get(device.device_id)?.received_at ?? '');
          return <span className="number">{Number.isNaN(received) ? '–' : ageText(now - received)}</span>;
        },
      },
    ];
    return all;
  }, [t, shown, latest, pinned, pin, chosen, choose, now]);
  return (
    <DataTable label={t.nav.wall} rows={rows} columns={defined} rowKey={(device) => device.device_id} rowHeight={48} onRange={onRange} onSort={noSort}
      minWidth={520 + columns.length * COLUMN} marked={(device) => pinned.has(device.device_id)} stale={(device) => latest.get(device.device_id)?.stale === true} />
  );
}

/** The order is that of the API: values that change would have rows jump about. */
function noSort() {
  return undefined;
}
