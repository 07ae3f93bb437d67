import { Anchor, Card, SimpleGrid, Stack, Table, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DescriptionSummary, IoddDetail } from '../../api/types';
import { Facts } from '../../components/Facts';
import { useText } from '../../i18n';
import { hexCode, sizeText, timeText } from '../../lib/format';

/** Who made the device, which variants there are, how it communicates, where the file is from. */
export function IdentityPanel({ summary, detail }: { summary: DescriptionSummary; detail?: IoddDetail }) {
  const t = useText();
  const layer = detail?.communication?.[0];
  const wires = layer?.connections?.flatMap((each) => each.wires ?? []) ?? [];
  const homepage = detail?.vendor_url;
  const revision = summary.major_revision === undefined ? undefined
    : `${summary.major_revision}.${summary.minor_revision ?? 0}`;
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Block title={t.description.identity}>
          <Facts rows={[
            [t.common.product, summary.product_name],
            [t.description.family, summary.product_family],
            [t.common.vendor, summary.vendor_name],
            [t.description.vendorId, `${summary.vendor_id} (${hexCode(summary.vendor_id, 4)})`],
            [t.description.deviceId, `${summary.device_id} (${hexCode(summary.device_id, 6)})`],
            [t.description.revision, revision],
            [t.description.about, detail?.vendor_text],
            [t.description.homepage, homepage && (/^https?:\/\//i.test(homepage)
              ? <Anchor href={homepage} target="_blank" rel="noreferrer noopener" size="sm">{homepage}</Anchor> : homepage)],
          ]} />
        </Block>
        <Block title={t.description.file}>
          <Facts rows={[
            [t.description.file, `${summary.file_name} (${sizeText(summary.byte_size)})`],
            [t.description.format, summary.format_version && `${summary.kind} ${summary.format_version}`],
            [t.description.fileVersion, summary.file_version],
            [t.description.released, summary.release_date],
            [t.catalog.imported, timeText(summary.imported_at)],
            [t.description.languages, detail?.languages?.join(', ')],
            [t.description.hash, <span className="mono" style={{ fontSize: '0.75rem' }}>{summary.sha256}</span>],
          ]} />
        </Block>
        {layer && (
          <Block title={t.description.communication}>
            <Facts rows={[
              ['IO-Link', layer.iolink_revision],
              [t.description.bitrate, layer.bitrate],
              [t.description.cycle, layer.min_cycle_time !== undefined && `${layer.min_cycle_time / 1000} ms`],
              [t.description.sio, layer.sio_supported !== undefined && (layer.sio_supported ? t.common.yes : t.common.no)],
              [t.description.dataStorage, detail?.features?.data_storage !== undefined
                && (detail.features.data_storage ? t.common.yes : t.common.no)],
            ]} />
          </Block>
        )}
        {wires.length > 0 && (
          <Block title={t.description.wiring}>
            <Table>
              <Table.Thead>
                <Table.Tr><Table.Th>{t.description.wire}</Table.Th><Table.Th>{t.description.color}</Table.Th>
                  <Table.Th>{t.description.function}</Table.Th></Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {wires.map((wire, i) => (
                  <Table.Tr key={i}><Table.Td>{wire.wire_number}</Table.Td><Table.Td>{wire.wire_color ?? '–'}</Table.Td>
                    <Table.Td>{wire.wire_function ?? '–'}</Table.Td></Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Block>
        )}
      </SimpleGrid>
      {(detail?.variants?.length ?? 0) > 0 && (
        <Block title={t.description.variants}>
          <Table.ScrollContainer minWidth={520}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t.description.variantId}</Table.Th><Table.Th>{t.common.name}</Table.Th>
                  <Table.Th>{t.description.descriptionText}</Table.Th>
                  <Table.Th>{t.description.hardware}</Table.Th><Table.Th>{t.description.firmware}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {detail!.variants!.map((each, i) => (
                  <Table.Tr key={i}>
                    <Table.Td>{each.product_variant_id}</Table.Td><Table.Td>{each.product_variant_name ?? '–'}</Table.Td>
                    <Table.Td>{each.product_variant_text ?? '–'}</Table.Td>
                    <Table.Td>{each.hardware_revision ?? '–'}</Table.Td><Table.Td>{each.firmware_revision ?? '–'}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Block>
      )}
    </Stack>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="xs">{title}</Title>
      {children}
    </Card>
  );
}
