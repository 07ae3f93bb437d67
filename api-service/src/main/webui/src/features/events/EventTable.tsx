import { Anchor, Badge, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { EventView } from '../../api/types';
import { ClockBadge, EventTypeBadge } from '../../components/Badges';
import { DataTable, type Column } from '../../components/DataTable';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';

/** Events in plain words. */
export function EventTable({ events, device = true }: { events: EventView[]; device?: boolean }) {
  const t = useText();
  const columns: Column<EventView>[] = [
    { id: 'at', header: t.events.at, width: 192, value: (each) => each.occurred_at, cell: (each) => <>{timeText(each.occurred_at)} <ClockBadge aheadMs={each.clock_ahead_ms} /></> },
    ...(device ? [{ id: 'device', header: t.events.device, width: 170, value: (each: EventView) => each.device_id, cell: (each: EventView) => <Anchor component={Link} to={`/devices/${encodeURIComponent(each.device_id ?? '')}?tab=events`} size="sm">{each.device_id}</Anchor> }] : []),
    { id: 'type', header: t.events.type, width: 120, value: (each) => each.type, cell: (each) => <EventTypeBadge type={each.type} /> },
    { id: 'code', header: t.events.code, width: 90, value: (each) => each.code, cell: (each) => <span className="mono">{each.code_hex ?? each.code}</span> },
    { id: 'name', header: t.events.what, cell: (each) => <><Text size="sm" fw={500}>{each.name ?? '–'}</Text>{each.description && <Text size="xs" c="dimmed">{each.description}</Text>}</> },
    {
      id: 'mode', header: t.events.mode, width: 150, value: (each) => each.mode,
      cell: (each) => <>{(t.events.modes as Record<string, string>)[(each.mode ?? '').toLowerCase()] ?? each.mode} {each.active && <Badge size="xs" color="red">{t.events.active}</Badge>}</>,
    },
  ];
  return <DataTable label={t.nav.events} rows={events} columns={columns} rowKey={(each) => String(each.id)} minWidth={820} />;
}
