import { Anchor, Badge, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DeadLetterView } from '../../api/types';
import { DataTable, type Column } from '../../components/DataTable';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { sizeText } from '../../lib/numbers';
import { DeadLetterDetail } from './DeadLetterDetail';

/** Dead letters, newest first; one that is opened shows why, and its payload. */
export function DeadLetterTable({ letters, chosen, setChosen, selectable }: {
  letters: DeadLetterView[]; chosen: Set<string>; setChosen: (chosen: Set<string>) => void; selectable: boolean;
}) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const turn = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) {
      next.add(id);
    }
    setChosen(next);
  };
  const columns: Column<DeadLetterView>[] = [
    ...(selectable ? [{
      id: 'choose', width: 40, label: t.catalog.selection,
      header: <Checkbox size="xs" aria-label={t.common.selectAll} checked={letters.length > 0 && chosen.size === letters.length} indeterminate={chosen.size > 0 && chosen.size < letters.length}
        onChange={() => setChosen(chosen.size === letters.length ? new Set() : new Set(letters.map((each) => each.id!)))} />,
      cell: (each: DeadLetterView) => <Checkbox size="xs" checked={chosen.has(each.id!)} aria-label={t.common.select(each.topic ?? '')} onChange={() => turn(each.id!)} />,
    }] : []),
    { id: 'at', header: t.deadLetters.at, width: 192, cell: (each) => timeText(each.received_at ?? each.stored_at) },
    { id: 'reason', header: t.deadLetters.reason, width: 150, value: (each) => each.reason, cell: (each) => <><Badge color="orange">{each.reason}</Badge><Text size="xs" c="dimmed">{each.service}</Text></> },
    { id: 'detail', header: t.deadLetters.why, cell: (each) => <button type="button" className="payload" title={each.detail} aria-expanded={open === each.id} onClick={() => setOpen(open === each.id ? null : each.id!)}><Text span size="sm" lineClamp={2}>{each.detail ?? '–'}</Text></button> },
    { id: 'topic', header: t.mqtt.topic, width: 200, value: (each) => each.topic, cell: (each) => <Text size="xs" className="mono" truncate="end" title={each.topic}>{each.topic}</Text> },
    { id: 'device', header: t.events.device, width: 120, value: (each) => each.device_id, cell: (each) => (each.device_id ? <Anchor component={Link} size="sm" to={`/devices/${encodeURIComponent(each.device_id)}`}>{each.device_id}</Anchor> : '–') },
    { id: 'size', header: t.mqtt.size, width: 74, right: true, value: (each) => each.payload_size, cell: (each) => <span className="number">{sizeText(each.payload_size ?? 0)}</span> },
  ];
  return (
    <DataTable label={t.nav.deadLetters} rows={letters} columns={columns} rowKey={(each) => each.id!} minWidth={980} marked={(each) => chosen.has(each.id!)}
      below={(each) => (open === each.id ? <DeadLetterDetail id={each.id!} /> : null)} />
  );
}
