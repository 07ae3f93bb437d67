import { Button, Group, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import type { Device } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Block } from '../../components/Block';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { labelsOf, textsOf } from './labelTexts';

/** Name, place, labels and notes of a device: what people give it. */
export function Notes({ device }: { device: Device }) {
  const t = useText();
  const client = useQueryClient();
  const may = useMay('operator');
  const [name, setName] = useState(device.name ?? '');
  const [location, setLocation] = useState(device.location ?? '');
  const [notes, setNotes] = useState(device.notes ?? '');
  const [labels, setLabels] = useState(textsOf(device.labels));
  const gone = Object.keys(device.labels ?? {}).filter((each) => !(each in labelsOf(labels)));
  const save = useMutation({
    mutationFn: () => call('PATCH /api/devices/{id}', { id: device.device_id }, {
      name: name.trim(), location: location.trim(), notes: notes.trim(), labels: { ...labelsOf(labels), ...Object.fromEntries(gone.map((each) => [each, null])) },
    }),
    onSuccess: () => {
      notifications.show({ message: t.device.notesSaved, color: 'teal' });
      void client.invalidateQueries();
    },
  });
  return (
    <Block title={t.device.notes}>
      <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <Stack gap="xs">
          <TextInput label={t.common.name} value={name} maxLength={200} readOnly={!may} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label={t.device.location} value={location} maxLength={200} readOnly={!may} onChange={(event) => setLocation(event.currentTarget.value)} />
          <TagsInput label={t.devices.labels} description={t.device.labelsHint} value={labels} readOnly={!may} onChange={setLabels} />
          <Textarea label={t.device.notes} autosize minRows={2} maxRows={8} value={notes} readOnly={!may} onChange={(event) => setNotes(event.currentTarget.value)} />
          {save.error && <ProblemAlert error={save.error} />}
          {may ? <Group><Button type="submit" size="xs" variant="light" loading={save.isPending}>{t.common.save}</Button></Group> : <Text size="xs" c="dimmed">{t.common.notAllowed}</Text>}
        </Stack>
      </form>
    </Block>
  );
}
