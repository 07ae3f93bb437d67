import { Alert, Button, Group, List, NumberInput, Paper, Progress, TagsInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import { useText } from '../../i18n';
import { labelsOf } from '../devices/labelTexts';
import { numbered } from './selection';

interface Failure {
  id: string;
  why: string;
}

/** Names, a place and labels for all devices that are ticked, in the order in which they are shown. */
export function NamingBar({ ids, clear }: { ids: string[]; clear: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const [pattern, setPattern] = useState('');
  const [from, setFrom] = useState(1);
  const [location, setLocation] = useState('');
  const [labels, setLabels] = useState<string[]>([]);
  const [done, setDone] = useState(0);
  const save = useMutation({
    mutationFn: async () => {
      const failed: Failure[] = [];
      for (const [i, id] of ids.entries()) {
        setDone(i);
        await call('PATCH /api/devices/{id}', { id }, {
          ...(pattern.trim() ? { name: numbered(pattern, from + i) } : {}), ...(location.trim() ? { location: location.trim() } : {}),
          ...(labels.length > 0 ? { labels: labelsOf(labels) } : {}),
        }).catch((error: Error) => failed.push({ id, why: error.message }));
      }
      return failed;
    },
    onSuccess: (failed) => {
      notifications.show({ message: t.wall.named(ids.length - failed.length), color: failed.length > 0 ? 'orange' : 'teal' });
      void client.invalidateQueries();
      if (failed.length === 0) {
        clear();
      }
    },
  });
  const nothing = !pattern.trim() && !location.trim() && labels.length === 0;
  return (
    <Paper withBorder p="xs" className="selection-bar">
      <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <Group gap="xs" align="flex-end">
          <Text size="sm" fw={500} mb={6}>{t.common.selected(ids.length)}</Text>
          <TextInput size="xs" label={t.wall.pattern} placeholder="Press {n}" description={pattern.trim() ? `${numbered(pattern, from)} …` : undefined} value={pattern} maxLength={150} onChange={(event) => setPattern(event.currentTarget.value)} />
          <NumberInput size="xs" label={t.wall.firstNumber} w={90} min={0} allowDecimal={false} value={from} onChange={(value) => setFrom(Number(value) || 0)} />
          <TextInput size="xs" label={t.device.location} value={location} maxLength={200} onChange={(event) => setLocation(event.currentTarget.value)} />
          <TagsInput size="xs" label={t.devices.labels} placeholder={labels.length > 0 ? undefined : 'line=4'} value={labels} onChange={setLabels} style={{ flex: '1 1 12rem' }} />
          <Button size="xs" type="submit" loading={save.isPending} disabled={nothing || ids.length === 0}>{t.common.save}</Button>
          <Button size="xs" variant="subtle" onClick={clear}>{t.catalog.unselect}</Button>
        </Group>
      </form>
      {save.isPending && <Progress value={(done / ids.length) * 100} mt="xs" aria-label={t.wall.named(done)} />}
      {save.data && save.data.length > 0 && (
        <Alert color="red" mt="xs" role="alert" title={t.wall.notNamed(save.data.length)}>
          <List size="sm">{save.data.slice(0, 10).map((each) => <List.Item key={each.id}>{each.id}: {each.why}</List.Item>)}</List>
        </Alert>
      )}
    </Paper>
  );
}
