import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import { Dialog } from '../../components/Dialog';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { NOTE_PRIORITIES } from './words';

/** Writes a note about a description. */
export function NewNote({ description, onClose, onMade }: { description: number; onClose: () => void; onMade: () => void }) {
  const t = useText();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [priority, setPriority] = useState<string>('medium');
  const [reference, setReference] = useState('');
  const make = useMutation({
    mutationFn: () => call('POST /api/descriptions/{id}/notes', { id: description }, { title: title.trim(), text, priority, reference: reference.trim() || undefined }),
    onSuccess: onMade,
  });
  return (
    <Dialog opened onClose={onClose} title={t.notes.write} size="lg">
      <form onSubmit={(event) => { event.preventDefault(); make.mutate(); }}>
        <Stack gap="sm">
          <TextInput data-autofocus label={t.notes.title} required value={title} maxLength={200} onChange={(event) => setTitle(event.currentTarget.value)} />
          <Textarea label={t.notes.text} autosize minRows={4} maxRows={16} value={text} maxLength={20_000} onChange={(event) => setText(event.currentTarget.value)} />
          <Group grow>
            <NativeSelect label={t.alarms.priority} value={priority} data={NOTE_PRIORITIES.map((value) => ({ value, label: t.notes.priorities[value] }))} onChange={(event) => setPriority(event.currentTarget.value)} />
            <TextInput label={t.notes.reference} placeholder="V_Temperature" value={reference} maxLength={500} onChange={(event) => setReference(event.currentTarget.value)} />
          </Group>
          {make.error && <ProblemAlert error={make.error} />}
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t.common.cancel}</Button><Button type="submit" loading={make.isPending} disabled={!title.trim()}>{t.common.save}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
