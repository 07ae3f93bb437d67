import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useGet } from '../../api/call';
import type { CommunicationView, IoddAsset } from '../../api/types';
import { useTextLanguage } from '../../app/preferences';
import { Ask } from '../../components/Ask';
import { AssetImage } from '../../components/AssetImage';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';
import { connectionName, BIT_RATES } from './wires';
import { WiringDrawing } from './WiringDrawing';

/** How the device communicates, and how each of its connections is wired. */
export function CommunicationTab({ id }: { id: number }) {
  const t = useText();
  const lang = useTextLanguage();
  const communication = useGet('/api/iodd/{id}/communication', { id }, { lang }, { keep: true });
  const assets = useGet('/api/iodd/{id}/assets', { id });
  return (
    <Ask query={communication}>{(data) => {
      const layers = data.physical_layers ?? [];
      return layers.length === 0 ? <Empty>{t.description.noCommunication}</Empty> : (
        <Stack>{layers.map((layer, i) => <Layer key={i} id={id} layer={layer} assets={assets.data ?? []} />)}</Stack>
      );
    }}</Ask>
  );
}

/** A physical layer and, each for itself, the wiring of its connections. */
export function Layer({ id, layer, assets }: { id: number; layer: CommunicationView; assets: IoddAsset[] }) {
  const t = useText();
  const rate = BIT_RATES[layer.bitrate ?? ''];
  const yes = (value: boolean | undefined) => (value === undefined ? undefined : value ? t.common.yes : t.common.no);
  return (
    <Stack>
      <Block title={t.description.communication}>
        <Facts rows={[
          ['IO-Link', layer.iolink_revision],
          [t.description.compatible, layer.compatible_with],
          [t.description.bitrate, layer.bitrate && (rate ? `${layer.bitrate} (${rate} kbit/s)` : layer.bitrate)],
          [t.description.cycle, layer.min_cycle_time !== undefined && `${layer.min_cycle_time / 1000} ms`],
          [t.description.sio, yes(layer.sio_supported)],
          [t.description.msequence, layer.msequence_capability_text ?? layer.msequence_capability],
          [t.description.isdu, yes(layer.msequence?.isdu_supported)],
          [t.description.operateCode, layer.msequence?.operate_code],
          [t.description.preoperateCode, layer.msequence?.preoperate_code],
          [t.description.physics, layer.physics],
          [t.description.wireless, layer.wireless?.revision],
        ]} />
      </Block>
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {(layer.connections ?? []).map((connection, i) => {
          const picture = assets.find((each) => each.file_name === connection.connection_symbol);
          return (
            <Block key={i} title={`${t.description.wiring}: ${connectionName(connection.connection_type)}`} aside={picture && <AssetImage src={`/api/iodd/${id}/assets/${picture.id}`} alt="" size={48} />}>
              {(connection.product_ids?.length ?? 0) > 0 && <Text size="xs" c="dimmed" mb={4}>{t.description.forVariants(connection.product_ids!.join(', '))}</Text>}
              {connection.description && <Text size="sm" mb={4}>{connection.description}</Text>}
              <WiringDrawing connection={connection} />
            </Block>
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}
