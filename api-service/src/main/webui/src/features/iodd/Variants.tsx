import { Text } from '@mantine/core';
import { useGet } from '../../api/call';
import type { IoddAsset, VariantView } from '../../api/types';
import { Ask } from '../../components/Ask';
import { AssetImage } from '../../components/AssetImage';
import { Block } from '../../components/Block';
import { DataTable, type Column } from '../../components/DataTable';
import { useText } from '../../i18n';

/** The variants that a description covers, each with its own picture. */
export function Variants({ id, lang, assets }: { id: number; lang: string; assets: IoddAsset[] }) {
  const t = useText();
  const variants = useGet('/api/iodd/{id}/variants', { id }, { lang }, { keep: true });
  const asset = (name: string | undefined) => assets.find((each) => each.file_name === name);
  const columns: Column<VariantView>[] = [
    {
      id: 'picture', header: '', label: t.description.picture1, width: 64,
      cell: (each) => {
        const found = asset(each.product_variant_image) ?? asset(each.device_symbol);
        return found ? <AssetImage src={`/api/iodd/${id}/assets/${found.id}`} alt="" size={40} /> : null;
      },
    },
    { id: 'id', header: t.description.variantId, width: 170, value: (each) => each.product_variant_id, cell: (each) => <span className="mono">{each.product_variant_id}</span> },
    { id: 'name', header: t.common.name, width: 220, value: (each) => each.product_variant_name, cell: (each) => each.product_variant_name ?? '–' },
    { id: 'text', header: t.description.descriptionText, cell: (each) => <Text size="sm" c="dimmed">{each.product_variant_text ?? '–'}</Text> },
    { id: 'hardware', header: t.description.hardware, width: 100, cell: (each) => each.hardware_revision ?? '–' },
    { id: 'firmware', header: t.description.firmware, width: 100, cell: (each) => each.firmware_revision ?? '–' },
  ];
  return (
    <Ask query={variants}>{(list) => (list.length === 0 ? null : (
      <Block title={`${t.description.variants} (${list.length})`}>
        <DataTable label={t.description.variants} rows={list} columns={columns} rowKey={(each) => each.product_variant_id ?? ''} minWidth={760} />
      </Block>
    ))}</Ask>
  );
}
