import { Anchor, Code, SimpleGrid, Stack } from '@mantine/core';
import { Link } from 'react-router';
import type { Device } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { Credentials } from './Credentials';
import { Notes } from './Notes';
import { RemoveDevice } from './RemoveDevice';

/** Who the device says it is, what it is decoded with, how it logs in, and what people note about it. */
export function AboutTab({ device }: { device: Device }) {
  const t = useText();
  const { identity, binding, connection } = device;
  const admin = useMay('admin');
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Stack>
        <Block title={t.description.identity} aside={<Anchor component={Link} to={`/devices/${encodeURIComponent(device.device_id)}/sheet`} size="sm">{t.sheet.title}</Anchor>}>
          <Facts rows={[
            ['Id', device.device_id], [t.catalog.kind, identity?.kind], [t.description.vendorId, identity?.vendor_id], [t.description.deviceId, identity?.device_id],
            [t.description.revision, identity?.revision], [t.device.productId, identity?.product_id], [t.device.serial, identity?.serial],
            [t.device.registered, timeText(device.registered_at)], [t.device.lastRegistered, timeText(device.last_registered_at)],
            [t.device.firstSeen, connection?.first_seen && timeText(connection.first_seen)], [t.devices.lastSeen, connection?.last_seen && timeText(connection.last_seen)],
            [t.device.stateSince, connection?.since && timeText(connection.since)],
          ]} />
        </Block>
        <Block title={t.device.bind}>
          <Facts rows={[
            [t.devices.state, binding?.state && t.state[binding.state]],
            [t.devices.description, binding?.description_id !== undefined && (
              <Anchor key="d" component={Link} to={`/catalog/${binding.description_id}`} size="sm">{[binding.vendor_name, binding.product_name].filter(Boolean).join(' ') || binding.description_id}</Anchor>
            )],
            [t.device.mode, binding?.mode && t.state[binding.mode]], [t.description.tabs.connections, binding?.connection], [t.eds.assembly, binding?.assembly],
            ...Object.entries(binding?.parameters ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
          ]} />
        </Block>
      </Stack>
      <Stack>
        <Notes device={device} />
        {admin && <Credentials id={device.device_id} />}
        {device.attributes && Object.keys(device.attributes).length > 0 && <Block title={t.device.attributes}><Code block>{JSON.stringify(device.attributes, null, 2)}</Code></Block>}
        {admin && <RemoveDevice id={device.device_id} />}
      </Stack>
    </SimpleGrid>
  );
}
