import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../../api/call';
import { useDescription } from '../../api/queries';
import { Dialog } from '../../components/Dialog';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { DescriptionSelect } from './DescriptionSelect';
import { ID, registrationOf } from './registration';

/** Makes a device by hand, of a description or without one, and shows it. */
export function AddDeviceDialog({ description, onClose }: { description?: string; onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(description ?? null);
  const current = useDescription(chosen ?? undefined);
  const make = useMutation({
    mutationFn: () => call('POST /api/devices', {}, registrationOf(id, name, chosen ? current.data : undefined)),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['devices'] });
      onClose();
      void navigate(`/devices/${encodeURIComponent(id)}`);
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t.devices.add} size="lg">
      <form onSubmit={(event) => { event.preventDefault(); make.mutate(); }}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">{t.devices.addText}</Text>
          <TextInput data-autofocus label={t.events.deviceId} description={t.devices.idText} required value={id} maxLength={64} error={id && !ID.test(id) ? t.devices.idText : undefined} onChange={(event) => setId(event.currentTarget.value.trim())} />
          <TextInput label={t.common.name} value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} />
          <DescriptionSelect clearable description={t.devices.descriptionText} value={chosen} onChange={setChosen} />
          {make.error && <ProblemAlert error={make.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t.common.cancel}</Button>
            <Button type="submit" loading={make.isPending} disabled={!ID.test(id) || (!!chosen && !current.data)}>{t.devices.add}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
