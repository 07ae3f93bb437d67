import { Anchor, Button, Group, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../../api/call';
import { useDevices } from '../../api/queries';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { Dialog } from '../../components/Dialog';

/** Sends a command, or values as wanted by the twin, to one of the devices that are bound to this description. */
export function SendDialog({ title, onClose, command, desired, done }: {
  title: string; onClose: () => void; command?: Record<string, unknown>; desired?: Record<string, unknown>; done: string;
}) {
  const t = useText();
  const { id } = useParams();
  const client = useQueryClient();
  const devices = useDevices({ description_id: id, size: 200 });
  const [device, setDevice] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: async () => {
      if (command) {
        await call('POST /api/devices/{id}/commands', { id: device! }, command);
      } else {
        await call('PATCH /api/devices/{id}/shadow/desired', { id: device! }, desired);
      }
    },
    onSuccess: () => {
      notifications.show({ message: done, color: 'teal' });
      void client.invalidateQueries();
      onClose();
    },
  });
  const items = devices.data?.items ?? [];
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Stack>
        {devices.data && items.length === 0
          ? <Text size="sm">{t.menus.noDevice}</Text>
          : <Select label={t.menus.device} searchable value={device} onChange={setDevice} data={items.map((each) => ({ value: each.device_id, label: each.name ? `${each.name} (${each.device_id})` : each.device_id }))} />}
        {device && <Anchor component={Link} size="sm" to={`/devices/${encodeURIComponent(device)}?tab=${command ? 'commands' : 'twin'}`}>{t.menus.openDevice}</Anchor>}
        {send.error && <ProblemAlert error={send.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t.common.cancel}</Button>
          <Button disabled={!device} loading={send.isPending} onClick={() => send.mutate()}>{t.menus.send}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
