import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Alarm } from '../../api/types';
import { DataTable, type Column } from '../../components/DataTable';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { AlarmStateBadge, PriorityBadge } from './AlarmBadges';

/** Alarms as a table of any length. */
export function AlarmTable({ rows, onRange, sort, onSort, chosen, choose, open }: {
  rows: (Alarm | undefined)[];
  onRange: (first: number, last: number) => void;
  sort: string;
  onSort: (sort: string) => void;
  chosen: ReadonlySet<number>;
  choose?: (id: number) => void;
  open: (id: number) => void;
}) {
  const t = useText();
  const wide = useMediaQuery('(min-width: 88em)', true);
  const columns = useMemo(() => {
    const all: Column<Alarm>[] = [
      ...(choose ? [{
        id: 'choose', header: '', label: t.catalog.selection, width: 40,
        cell: (each: Alarm) => <input type="checkbox" className="row-check" checked={chosen.has(each.id!)} aria-label={t.common.select(each.message ?? '')} onChange={() => choose(each.id!)} />,
      }] : []),
      { id: 'priority', header: t.alarms.priority, width: 96, sort: 'priority', cell: (each) => <PriorityBadge priority={each.priority} /> },
      { id: 'state', header: t.alarms.state, width: 128, cell: (each) => <AlarmStateBadge state={each.state} /> },
      {
        id: 'message', header: t.alarms.what,
        cell: (each) => (
          <><button type="button" className="payload link-like cut row-link" title={each.message} onClick={() => open(each.id!)}>{each.message}</button>
            <span className="row-sub">{[each.rule_name, each.comment].filter(Boolean).join(' · ')}</span></>
        ),
      },
      {
        id: 'device', header: t.events.device, width: 150, sort: 'device_id',
        cell: (each) => <><a className="row-link" href={`/devices/${encodeURIComponent(each.device_id ?? '')}`}>{each.device_name ?? each.device_id}</a><span className="row-sub">{each.device_name && each.device_id}</span></>,
      },
      { id: 'raised', header: t.alarms.raised, width: 192, sort: 'raised_at', cell: (each) => <>{timeText(each.raised_at)}{(each.raises ?? 1) > 1 && <span className="row-sub">{t.alarms.times(each.raises!)}</span>}</> },
      { id: 'cleared', header: t.alarms.cleared, width: 192, cell: (each) => <>{each.cleared_at ? timeText(each.cleared_at) : '–'}{each.shelved_until && <span className="row-sub">{t.alarms.shelvedUntil(timeText(each.shelved_until))}</span>}</> },
      ...(wide ? [{ id: 'acknowledged', header: t.alarms.acknowledgedBy, width: 192, cell: (each: Alarm) => (each.acknowledged_at ? <>{each.acknowledged_by}<span className="row-sub">{timeText(each.acknowledged_at)}</span></> : '–') }] : []),
    ];
    return all;
  }, [t, wide, chosen, choose, open]);
  return (
    <DataTable label={t.nav.alarms} rows={rows} columns={columns} rowKey={(each) => String(each.id)} rowHeight={50} onRange={onRange} sort={sort} onSort={onSort} minWidth={wide ? 1200 : 980} marked={(each) => chosen.has(each.id!)} />
  );
}
