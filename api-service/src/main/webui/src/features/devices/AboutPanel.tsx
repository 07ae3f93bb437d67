import { Anchor, Button, Card, Code, Group, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../../api/client';
import { deviceUrl } from '../../api/queries';
import type { Device } from '../../api/types';
import { Facts } from '../../components/Facts';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/format';

/** Who the device says it is, and since when it is known. */
export function AboutPanel({ device }: { device: Device }) {
  const t = useText();
  const { identity, binding } = device;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Card withBorder>
        <Title order={2} size="h5" mb="xs">{t.description.identity}</Title>
        <Facts rows={[
          ['Id', device.device_id],
          [t.catalog.kind, identity.kind],
          [t.description.vendorId, identity.vendor_id],
          [t.description.deviceId, identity.device_id],
          [t.description.revision, identity.revision],
          [t.device.productId, identity.product_id],
          [t.device.serial, identity.serial],
          [t.device.registered, timeText(device.registered_at)],
          [t.device.lastRegistered, timeText(device.last_registered_at)],
        ]} />
        <Rename device={device} />
      </Card>
      <Stack>
        <Card withBorder>
          <Title order={2} size="h5" mb="xs">{t.device.bind}</Title>
          <Facts rows={[
            [t.devices.state, t.state[binding.state]],
            [t.devices.description, binding.description_id !== undefined && (
              <Anchor component={Link} to={`/catalog/${binding.description_id}`} size="sm">
                {[binding.vendor_name, binding.product_name].filter(Boolean).join(' ') || binding.description_id}
              </Anchor>
            )],
            ['Mode', t.state[binding.mode]],
            ...Object.entries(binding.parameters ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
          ]} />
        </Card>
        {device.attributes && Object.keys(device.attributes).length > 0 && (
          <Card withBorder>
            <Title order={2} size="h5" mb="xs">{t.device.attributes}</Title>
            <Code block>{JSON.stringify(device.attributes, null, 2)}</Code>
          </Card>
        )}
      </Stack>
    </SimpleGrid>
  );
}

function Rename({ device }: { device: Device }) {
  const t = useText();
  const client = useQueryClient();
  const [name, setName] = useState(device.name ?? '');
  const rename = useMutation({
    mutationFn: () => change<Device>('PATCH', deviceUrl(device.device_id), { name: name.trim() }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      rename.mutate();
    }}>
      <Group align="flex-end" mt="md" gap="xs">
        <TextInput label={t.common.name} value={name} maxLength={200} style={{ flex: 1 }}
          onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" variant="light" loading={rename.isPending} disabled={name.trim() === (device.name ?? '')}>
          {t.device.rename}
        </Button>
      </Group>
      {rename.error && <ProblemAlert error={rename.error} />}
    </form>
  );
}
