import { Button, FileButton, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, useGet } from '../../api/call';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { Dialog } from '../../components/Dialog';
import { DownloadButton } from '../../components/DownloadButton';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { sizeText } from '../../lib/numbers';
import { NOTE_STATUSES } from './words';

/** A note with its comments and files. */
export function NoteDialog({ id, onClose, changed }: { id: number; onClose: () => void; changed: () => void }) {
  const t = useText();
  const operator = useMay('operator');
  const detail = useGet('/api/notes/{id}', { id });
  const [comment, setComment] = useState('');
  const refresh = () => {
    void detail.refetch();
    changed();
  };
  const set = useMutation({ mutationFn: (status: string) => call('PATCH /api/notes/{id}', { id }, { status }), onSuccess: refresh });
  const say = useMutation({ mutationFn: () => call('POST /api/notes/{id}/comments', { id }, { text: comment.trim() }), onSuccess: () => { setComment(''); refresh(); } });
  const attach = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return call('POST /api/notes/{id}/attachments', { id }, form);
    },
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: () => call('DELETE /api/notes/{id}', { id }), onSuccess: () => { changed(); onClose(); } });
  const error = set.error ?? say.error ?? attach.error ?? remove.error;
  return (
    <Dialog opened onClose={onClose} title={detail.data?.note?.title ?? t.notes.tab} size="lg">
      <Ask query={detail}>{({ note, comments, attachments }) => (
        <Stack gap="sm">
          <Text size="xs" c="dimmed">{note?.created_by} · {timeText(note?.created_at)}{note?.reference && ` · ${note.reference}`}</Text>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note?.text}</Text>
          {operator && <NativeSelect label={t.notes.status} w={200} value={note?.status} disabled={set.isPending} data={NOTE_STATUSES.map((value) => ({ value, label: t.notes.statuses[value] }))} onChange={(event) => set.mutate(event.currentTarget.value)} />}
          <Group gap="xs">
            {(attachments ?? []).map((file) => <DownloadButton key={file.id} path={`/api/notes/${id}/attachments/${file.id}`}>{`${file.name} (${sizeText(file.byte_size ?? 0)})`}</DownloadButton>)}
            {operator && <FileButton onChange={(file) => file && attach.mutate(file)}>{(props) => <Button {...props} size="xs" variant="default" loading={attach.isPending}>{t.notes.attach}</Button>}</FileButton>}
          </Group>
          {(comments ?? []).map((each) => (
            <div key={each.id}><Text size="xs" c="dimmed">{each.created_by} · {timeText(each.created_at)}</Text><Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{each.text}</Text></div>
          ))}
          {operator && (
            <form onSubmit={(event) => { event.preventDefault(); say.mutate(); }}>
              <Textarea label={t.alarms.comment} autosize minRows={1} maxRows={8} maxLength={10_000} value={comment} onChange={(event) => setComment(event.currentTarget.value)} />
              <Group mt="xs" justify="space-between">
                <Button type="submit" size="xs" variant="light" loading={say.isPending} disabled={!comment.trim()}>{t.alarms.say}</Button>
                <Button size="xs" variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>{t.common.delete}</Button>
              </Group>
            </form>
          )}
          {error && <ProblemAlert error={error} />}
        </Stack>
      )}</Ask>
    </Dialog>
  );
}
