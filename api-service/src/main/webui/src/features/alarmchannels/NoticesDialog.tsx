import { Badge, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useList } from '../../api/call';
import type { AlarmChannel, AlarmNotice } from '../../api/types';
import { Ask } from '../../components/Ask';
import { DataTable, type Column } from '../../components/DataTable';
import { Dialog } from '../../components/Dialog';
import { Empty } from '../../components/Page';
import { Pager } from '../../components/Pager';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { STATES } from './channelTexts';

const SIZE = 50;
const COLORS: Record<string, string> = { pending: 'blue', sent: 'teal', failed: 'red', dropped: 'gray' };

/** What was told over a channel, and why something was not. */
export function NoticesDialog({ channel, onClose }: { channel: AlarmChannel; onClose: () => void }) {
  const t = useText();
  const [state, setState] = useState('');
  const [page, setPage] = useState(1);
  const notices = useList('/api/alarm-channels/{id}/notices', { id: channel.id! }, { state: state || undefined, page, size: SIZE }, { refetchInterval: 10_000 });
  const columns: Column<AlarmNotice>[] = [
    { id: 'due', header: t.events.at, width: 192, cell: (each) => timeText(each.done_at ?? each.due_at) },
    { id: 'alarm', header: t.alarms.one, width: 80, cell: (each) => <Link className="row-link" to={`/alarms?show=all&alarm=${each.alarm_id}`}>{each.alarm_id}</Link> },
    { id: 'reason', header: t.channels.reason, width: 110, cell: (each) => each.reason && t.channels.reasons[each.reason] },
    { id: 'state', header: t.alarms.state, width: 120, cell: (each) => each.state && <Badge color={COLORS[each.state]}>{t.channels.states[each.state]}</Badge> },
    { id: 'attempts', header: t.channels.attempts, width: 90, right: true, cell: (each) => each.attempts },
    { id: 'error', header: t.channels.error, cell: (each) => <Text size="xs" style={{ overflowWrap: 'anywhere' }}>{each.error ?? ''}</Text> },
  ];
  return (
    <Dialog opened onClose={onClose} title={t.channels.noticesOf(channel.name ?? '')} size="xl">
      <Stack gap="sm">
        <SegmentedControl aria-label={t.alarms.state} size="xs" value={state} onChange={(value) => { setState(value); setPage(1); }}
          data={[{ value: '', label: t.common.all }, ...STATES.map((value) => ({ value, label: t.channels.states[value] }))]} />
        <Ask query={notices}>{(list) => (list.items.length === 0 ? <Empty>{t.channels.noticesNone}</Empty> : (
          <>
            <DataTable label={t.channels.notices} rows={list.items} columns={columns} rowKey={(each) => String(each.id)} minWidth={680} height="50vh" />
            <Pager page={page} size={SIZE} total={list.total} onChange={setPage} />
          </>
        ))}</Ask>
      </Stack>
    </Dialog>
  );
}
