import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useDevices } from '../../api/queries';
import type { Device } from '../../api/types';
import { Ask } from '../../components/Ask';
import { BindingBadge, ConnectionBadge } from '../../components/Badges';
import { Block } from '../../components/Block';
import { Loading } from '../../components/Page';
import { useText } from '../../i18n';

const MOST = 5;

/** Devices that are away, silent or cannot be decoded. That there are none is said only when all three lists are here. */
export function Attention() {
  const t = useText();
  const offline = useDevices({ connection: 'disconnected', size: MOST });
  const silent = useDevices({ connection: 'silent', size: MOST });
  const missing = useDevices({ state: 'description_missing', size: MOST });
  const lists = [offline, silent, missing];
  const failed = lists.find((each) => each.error && !each.data);
  const found = [...new Map(lists.flatMap((each) => each.data?.items ?? []).map((device) => [device.device_id, device])).values()].slice(0, 8);
  return (
    <Block title={t.overview.attention}>
      {failed ? <Ask query={failed}>{() => null}</Ask>
        : lists.some((each) => !each.data) ? <Loading />
          : found.length === 0 ? <Text c="dimmed" size="sm">{t.overview.attentionNone}</Text>
            : <Stack gap="xs">{found.map((device) => <Line key={device.device_id} device={device} />)}</Stack>}
    </Block>
  );
}

function Line({ device }: { device: Device }) {
  return (
    <Group justify="space-between" gap="xs">
      <Anchor component={Link} to={`/devices/${encodeURIComponent(device.device_id)}`} size="sm" style={{ overflowWrap: 'anywhere' }}>{device.name ?? device.device_id}</Anchor>
      <Group gap="xs">
        {device.binding?.state === 'description_missing' && <BindingBadge state={device.binding.state} />}
        <ConnectionBadge state={device.connection?.state ?? 'unknown'} />
      </Group>
    </Group>
  );
}
