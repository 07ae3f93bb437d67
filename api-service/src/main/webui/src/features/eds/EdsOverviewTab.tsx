import { Anchor, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useGet } from '../../api/call';
import type { DescriptionSummary } from '../../api/types';
import { Ask } from '../../components/Ask';
import { AssetImage } from '../../components/AssetImage';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { hexCode } from '../../lib/hex';
import { sizeText } from '../../lib/numbers';

/** What the device is and where the file comes from. */
export function EdsOverviewTab({ summary }: { summary: DescriptionSummary }) {
  const t = useText();
  const id = summary.id!;
  const detail = useGet('/api/eds/{id}', { id }, {}, { staleTime: 60_000 });
  return (
    <Ask query={detail}>{(data) => (
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Block title={t.description.identity}>
          <Group align="flex-start" gap="md">
            <AssetImage src={`/api/eds/${id}/icon`} alt="" size={72} />
            <div style={{ minWidth: 0, flex: '1 1 16rem' }}>
              <Facts rows={[
                [t.common.product, summary.product_name],
                [t.eds.catalogNumber, data.catalog_number],
                [t.common.vendor, `${summary.vendor_name ?? ''} (${summary.vendor_id})`],
                [t.eds.productType, [data.product_type_str, data.product_type].filter((each) => each !== undefined && each !== '').join(' · ')],
                [t.eds.productCode, `${summary.device_id} (${hexCode(summary.device_id!, 4)})`],
                [t.description.revision, summary.major_revision !== undefined && `${summary.major_revision}.${summary.minor_revision ?? 0}`],
                [t.eds.classes, data.classes?.join(' › ')],
                [t.eds.features, data.features?.join(', ')],
                [t.description.homepage, data.home_url && (/^https?:\/\//i.test(data.home_url)
                  ? <Anchor href={data.home_url} target="_blank" rel="noreferrer noopener" size="sm">{data.home_url}</Anchor> : data.home_url)],
              ]} />
            </div>
          </Group>
          {data.description && <Text size="sm" mt="xs">{data.description}</Text>}
        </Block>
        <Stack>
          <Block title={t.description.file}>
            <Facts rows={[
              [t.description.file, `${summary.file_name} (${sizeText(summary.byte_size ?? 0)})`],
              [t.description.fileVersion, data.file_revision],
              [t.eds.created, [data.create_date, data.create_time].filter(Boolean).join(' ')],
              [t.eds.modified, [summary.release_date, data.mod_time].filter(Boolean).join(' ')],
              [t.catalog.imported, timeText(summary.imported_at)],
              [t.description.hash, <span key="hash" className="mono" style={{ fontSize: '0.72rem' }}>{summary.sha256}</span>],
            ]} />
          </Block>
          <Block title={t.eds.contents}>
            <Facts rows={[
              [t.description.tabs.parameters, data.parameters?.length ?? 0],
              [t.description.tabs.assemblies, data.assembly_count ?? 0],
              [t.description.tabs.connections, data.connections?.length ?? 0],
              [t.eds.groups, data.groups?.length ?? 0],
              [t.description.tabs.ports, data.ports?.length ?? 0],
              [t.eds.defaultConnection, data.default_connection],
            ]} />
          </Block>
        </Stack>
      </SimpleGrid>
    )}</Ask>
  );
}
