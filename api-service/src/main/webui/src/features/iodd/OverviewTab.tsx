import { Anchor, Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useGet } from '../../api/call';
import type { DescriptionSummary, FeaturesView } from '../../api/types';
import { useTextLanguage } from '../../app/preferences';
import { Ask } from '../../components/Ask';
import { AssetImage } from '../../components/AssetImage';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { useText } from '../../i18n';
import { dateText } from '../../lib/dates';
import { hexCode } from '../../lib/hex';
import { Variants } from './Variants';

/** Who made the device, how it looks, which variants there are, what it can do. */
export function OverviewTab({ summary }: { summary: DescriptionSummary }) {
  const t = useText();
  const id = summary.id!;
  const lang = useTextLanguage();
  const document = useGet('/api/iodd/{id}/documentinfo', { id }, { lang }, { keep: true });
  const assets = useGet('/api/iodd/{id}/assets', { id });
  const features = useGet('/api/iodd/{id}/features', { id }, { lang }, { keep: true });
  const picture = (purpose: string) => assets.data?.find((each) => each.image_purpose === purpose);
  const device = picture('device-pic') ?? picture('icon');
  const logo = picture('logo');
  const url = document.data?.vendor_url;
  const address = url && (/^https?:\/\//i.test(url) ? url : `https://${url}`);
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Block title={t.description.identity} aside={logo && <AssetImage src={`/api/iodd/${id}/assets/${logo.id}`} alt={summary.vendor_name ?? ''} size={90} style={{ maxHeight: 32 }} />}>
          <Group align="flex-start" gap="md">
            {device && <AssetImage src={`/api/iodd/${id}/assets/${device.id}`} alt={summary.product_name ?? ''} size={140} />}
            <div style={{ minWidth: 0, flex: '1 1 16rem' }}>
              <Facts rows={[
                [t.common.product, summary.product_name],
                [t.description.family, document.data?.device_family ?? summary.product_family],
                [t.common.vendor, summary.vendor_name],
                [t.description.vendorId, `${summary.vendor_id} (${hexCode(summary.vendor_id!, 4)})`],
                [t.description.deviceId, `${summary.device_id} (${hexCode(summary.device_id!, 6)})`],
                [t.description.fileVersion, summary.file_version],
                [t.description.released, dateText(summary.release_date)],
                [t.description.homepage, url && <Anchor href={address} target="_blank" rel="noreferrer noopener" size="sm">{url}</Anchor>],
              ]} />
            </div>
          </Group>
          {document.data?.product_text && <Text size="sm" mt="xs">{document.data.product_text}</Text>}
          {document.data?.vendor_text && <Text size="sm" c="dimmed" mt={4}>{document.data.vendor_text}</Text>}
        </Block>
        <Block title={t.description.features}>
          <Ask query={features}>{(data) => <Features features={data} />}</Ask>
        </Block>
      </SimpleGrid>
      <Variants id={id} lang={lang} assets={assets.data ?? []} />
    </Stack>
  );
}

function Features({ features }: { features: FeaturesView }) {
  const t = useText();
  const yes = (value: boolean | undefined) => (value === undefined ? undefined : <Badge color={value ? 'teal' : 'gray'}>{value ? t.common.yes : t.common.no}</Badge>);
  return (
    <Facts rows={[
      [t.description.blockParameter, yes(features.block_parameter)],
      [t.description.dataStorage, yes(features.data_storage)],
      [t.description.profiles, features.profile_characteristic],
      [t.description.locks.parameter, yes(features.access_locks_parameter)],
      [t.description.locks.dataStorage, yes(features.access_locks_data_storage)],
      [t.description.locks.parameterization, yes(features.access_locks_local_parameterization)],
      [t.description.locks.userInterface, yes(features.access_locks_local_user_interface)],
    ]} />
  );
}
