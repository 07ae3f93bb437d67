import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useParams } from 'react-router';
import { useGet } from '../../api/call';
import { useDescription, useDevice } from '../../api/queries';
import { Ask } from '../../components/Ask';
import { AssetImage } from '../../components/AssetImage';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { Page } from '../../components/Page';
import { QrCode } from '../../components/QrCode';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { pictureUrl } from '../description/pictures';
import { Labels } from '../devices/Labels';
import { reportedLines } from './reportedLines';

/** One page of paper about a device, with a code that leads back to it. */
export function DeviceSheetPage() {
  const t = useText();
  const { id = '' } = useParams();
  const device = useDevice(id);
  const bound = device.data?.binding?.description_id;
  const description = useDescription(bound === undefined ? undefined : String(bound));
  const twin = useGet('/api/devices/{id}/shadow/reported', { id });
  const address = `${window.location.origin}/devices/${encodeURIComponent(id)}`;
  return (
    <Page title={device.data?.name ?? id} up={{ to: `/devices/${encodeURIComponent(id)}`, label: id }}
      aside={<Button size="xs" className="no-print" onClick={() => window.print()}>{t.sheet.print}</Button>}>
      <Ask query={device}>{(data) => {
        const lines = reportedLines(twin.data);
        return (
          <Stack className="sheet">
            <Group justify="space-between" align="flex-start">
              <Stack gap={4}>
                <Text fz={22} fw={700} className="mono">{id}</Text>
                {data.location && <Text fz="lg">{data.location}</Text>}
                <Labels labels={data.labels} />
                {description.data && <Text>{[description.data.vendor_name, description.data.product_name, description.data.file_version].filter(Boolean).join(' · ')}</Text>}
              </Stack>
              <Group align="flex-start">
                {description.data && <AssetImage src={pictureUrl(description.data)} alt={description.data.product_name ?? ''} size={130} />}
                <Stack gap={2} align="center"><QrCode text={address} label={address} size={150} /><Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere', maxWidth: 160 }} ta="center">{address}</Text></Stack>
              </Group>
            </Group>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <Block title={t.description.identity}>
                <Facts rows={[
                  [t.catalog.kind, data.identity?.kind], [t.description.vendorId, data.identity?.vendor_id], [t.description.deviceId, data.identity?.device_id], [t.description.revision, data.identity?.revision],
                  [t.device.productId, data.identity?.product_id], [t.device.serial, data.identity?.serial], [t.device.registered, timeText(data.registered_at)],
                ]} />
              </Block>
              <Block title={t.device.notes}><Text size="sm" style={{ whiteSpace: 'pre-wrap', minHeight: '6rem' }}>{data.notes}</Text></Block>
            </SimpleGrid>
            {lines.length > 0 && <Block title={t.sheet.reported}><SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">{lines.map(([name, value]) => <Text key={name} size="sm"><Text span c="dimmed">{name}: </Text>{value}</Text>)}</SimpleGrid></Block>}
            <Text size="xs" c="dimmed">{t.sheet.printed(timeText(Date.now()))}</Text>
          </Stack>
        );
      }}</Ask>
    </Page>
  );
}
