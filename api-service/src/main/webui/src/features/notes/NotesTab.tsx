import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useList } from '../../api/call';
import type { NoteView } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty } from '../../components/Page';
import { Pager } from '../../components/Pager';
import { useListParams } from '../../components/useListParams';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { NewNote } from './NewNote';
import { NoteDialog } from './NoteDialog';

const SIZE = 50;
const COLORS: Record<string, string> = { low: 'gray', medium: 'blue', high: 'orange', critical: 'red', urgent: 'red' };

/** What people noted about a description: questions, findings, agreements. */
export function NotesTab({ id }: { id: number }) {
  const t = useText();
  const operator = useMay('operator');
  const { params, page, set } = useListParams();
  const [writing, setWriting] = useState(false);
  const notes = useList('/api/descriptions/{id}/notes', { id }, { page, size: SIZE });
  const open = Number(params.get('note'));
  const columns: Column<NoteView>[] = [
    {
      id: 'title', header: t.notes.title,
      cell: (note) => <><button type="button" className="payload row-link" onClick={() => set({ note: String(note.id) })}>{note.title}</button>{note.reference && <Text size="xs" c="dimmed" className="mono">{note.reference}</Text>}</>,
    },
    { id: 'status', header: t.notes.status, width: 140, value: (note) => note.status, cell: (note) => <Badge variant="dot">{(t.notes.statuses as Record<string, string>)[note.status ?? ''] ?? note.status}</Badge> },
    { id: 'priority', header: t.alarms.priority, width: 120, value: (note) => note.priority, cell: (note) => <Badge color={COLORS[note.priority ?? ''] ?? 'gray'}>{(t.notes.priorities as Record<string, string>)[note.priority ?? ''] ?? note.priority}</Badge> },
    { id: 'more', header: t.notes.comments, width: 130, right: true, value: (note) => note.comment_count, cell: (note) => <span className="number">{note.comment_count}{note.attachment_count ? ` + ${t.notes.files(note.attachment_count)}` : ''}</span> },
    { id: 'updated', header: t.notes.updated, width: 190, value: (note) => note.updated_at, cell: (note) => <>{timeText(note.updated_at)}<Text size="xs" c="dimmed">{note.updated_by}</Text></> },
  ];
  return (
    <Stack>
      {operator && <Group justify="flex-end"><Button size="xs" onClick={() => setWriting(true)}>{t.notes.write}</Button></Group>}
      <Ask query={notes}>{(list) => (list.items.length === 0 ? <Empty hint={operator && t.notes.hint}>{t.notes.none}</Empty>
        : <DataTable label={t.notes.tab} rows={list.items} columns={columns} rowKey={(note) => String(note.id)} minWidth={780} />)}
      </Ask>
      <Pager page={page} size={SIZE} total={notes.data?.total ?? 0} onChange={(next) => set({ page: String(next) })} />
      {writing && <NewNote description={id} onClose={() => setWriting(false)} onMade={() => { setWriting(false); void notes.refetch(); }} />}
      {open > 0 && <NoteDialog id={open} onClose={() => set({ note: null })} changed={() => void notes.refetch()} />}
    </Stack>
  );
}
