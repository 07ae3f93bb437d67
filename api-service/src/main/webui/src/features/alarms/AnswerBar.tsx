import { Button, Group, NativeSelect, Paper, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { DURATIONS } from './durations';

/** What can be done with the alarms that are ticked, with a word why: acknowledge or shelve. */
export function AnswerBar({ ids, done, alone }: { ids: number[]; done: () => void; alone?: boolean }) {
  const t = useText();
  const [comment, setComment] = useState('');
  const [duration, setDuration] = useState('1h');
  const said = comment.trim() || undefined;
  const told = (text: string) => {
    notifications.show({ message: text, color: 'teal' });
    done();
  };
  const acknowledge = useMutation({ mutationFn: () => call('POST /api/alarms/acknowledge', {}, { ids, comment: said }), onSuccess: () => told(t.alarms.acknowledgedCount(ids.length)) });
  const shelve = useMutation({
    mutationFn: async () => {
      for (const id of ids) {
        await call('POST /api/alarms/{id}/shelve', { id }, { duration, comment: said });
      }
    },
    onSuccess: () => told(t.alarms.shelvedCount(ids.length)),
  });
  return (
    <Paper withBorder p="xs" className="selection-bar">
      <Group gap="xs">
        {!alone && <Text size="sm" fw={500}>{t.common.selected(ids.length)}</Text>}
        <TextInput size="xs" aria-label={t.alarms.comment} placeholder={t.alarms.comment} value={comment} maxLength={1000} style={{ flex: '1 1 14rem' }} onChange={(event) => setComment(event.currentTarget.value)} />
        <Button size="xs" loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>{t.alarms.acknowledge}</Button>
        <NativeSelect size="xs" aria-label={t.alarms.howLong} value={duration} data={DURATIONS} onChange={(event) => setDuration(event.currentTarget.value)} />
        <Button size="xs" variant="light" loading={shelve.isPending} onClick={() => shelve.mutate()}>{t.alarms.shelve}</Button>
      </Group>
      {(acknowledge.error || shelve.error) && <ProblemAlert error={acknowledge.error ?? shelve.error} />}
    </Paper>
  );
}
