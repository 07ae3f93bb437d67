import { Anchor, Card, Group, SimpleGrid, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useLatestOf } from '../../api/queries';
import type { Device, Latest } from '../../api/types';
import { ConnectionBadge } from '../../components/Badges';
import { ValueMeaning, ValueNumber } from '../../components/ValueText';
import { useText } from '../../i18n';
import { namedValues } from '../wall/selection';

const SHOWN = 5;

/** Devices with their newest values, fetched every few seconds. What is old says so. */
export function DeviceCards({ devices, total }: { devices: Device[]; total: number }) {
  const t = useText();
  const latest = useLatestOf(devices.map((each) => each.device_id), 5000);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }}>
        {devices.map((device) => <DeviceCard key={device.device_id} device={device} latest={latest.get(device.device_id)} />)}
      </SimpleGrid>
      {total > devices.length && <Text size="sm" c="dimmed">{t.common.truncated(devices.length, total)}</Text>}
    </>
  );
}

function DeviceCard({ device, latest }: { device: Device; latest: Latest | undefined }) {
  const t = useText();
  const values = namedValues(latest);
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs" mb={4}>
        <Anchor component={Link} to={`/devices/${encodeURIComponent(device.device_id)}`} size="sm" fw={600} lineClamp={2} title={device.device_id}>{device.name ?? device.device_id}</Anchor>
        <ConnectionBadge state={device.connection?.state ?? 'unknown'} />
      </Group>
      {latest && values.length === 0 && <Text size="sm" c="dimmed">{t.device.noValues}</Text>}
      <Table verticalSpacing={3} withRowBorders={false} layout="fixed">
        <Table.Tbody>
          {values.slice(0, SHOWN).map(([name, value]) => (
            <Table.Tr key={name} data-stale={latest!.stale || undefined}>
              <Table.Td><Text size="sm" truncate="end">{name}</Text></Table.Td>
              <Table.Td ta="right" className="live-value"><ValueNumber value={value} /> <ValueMeaning value={value} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {values.length > SHOWN && <Text size="xs" c="dimmed">{t.common.more(values.length - SHOWN)}</Text>}
      {latest?.stale && values.length > 0 && <Text size="xs" c="orange">{t.device.stale}</Text>}
    </Card>
  );
}
