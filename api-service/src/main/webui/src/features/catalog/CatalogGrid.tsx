import { Anchor, Card, Checkbox, Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect } from 'react';
import { Link } from 'react-router';
import type { DescriptionSummary } from '../../api/types';
import { AssetImage } from '../../components/AssetImage';
import { KindBadge } from '../../components/Badges';
import { useText } from '../../i18n';
import { pictureUrl } from '../description/pictures';

const CARD = 250;
const HEIGHT = 132;

/** The catalog as cards with the picture of the device; only the visible ones are in the page. */
export function CatalogGrid({ rows, onRange, chosen, choose }: {
  rows: (DescriptionSummary | undefined)[]; onRange: (first: number, last: number) => void;
  chosen: Map<number, DescriptionSummary>; choose: (row: DescriptionSummary, on: boolean) => void;
}) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const across = Math.max(1, Math.floor((width + 12) / (CARD + 12)));
  const lines = useWindowVirtualizer({ count: Math.ceil(rows.length / across), estimateSize: () => HEIGHT + 12, overscan: 4, scrollMargin: 300 });
  const items = lines.getVirtualItems();
  const first = (items[0]?.index ?? 0) * across;
  const last = Math.max(first, ((items[items.length - 1]?.index ?? 0) + 1) * across - 1);
  useEffect(() => onRange(first, last), [first, last, onRange]);
  return (
    <div ref={ref} style={{ position: 'relative', height: lines.getTotalSize() }}>
      {width > 0 && items.map((line) => (
        <div key={line.key} className="card-line" style={{ gridTemplateColumns: `repeat(${across}, 1fr)`, height: HEIGHT, transform: `translateY(${line.start - 300}px)` }}>
          {rows.slice(line.index * across, (line.index + 1) * across).map((row, i) => (row ? <DescriptionCard key={row.id} row={row} on={chosen.has(row.id!)} choose={choose} /> : <Card key={i} withBorder />))}
        </div>
      ))}
    </div>
  );
}

const DescriptionCard = memo(function DescriptionCard({ row, on, choose }: { row: DescriptionSummary; on: boolean; choose: (row: DescriptionSummary, on: boolean) => void }) {
  const t = useText();
  return (
    <Card withBorder padding="sm" className="card">
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <AssetImage src={pictureUrl(row)} alt="" size={72} />
        <div style={{ minWidth: 0, flex: 1 }}>
          <Anchor component={Link} to={`/catalog/${row.id}`} className="card-link" size="sm" fw={600} lineClamp={2} title={row.product_name}>{row.product_name}</Anchor>
          <Text size="xs" c="dimmed" lineClamp={1}>{row.vendor_name}</Text>
          <Group gap={6} mt={6}><KindBadge kind={row.kind} /><Text size="xs" c="dimmed" className="number">{row.vendor_id} / {row.device_id}</Text></Group>
          <Text size="xs" c="dimmed">{row.file_version}</Text>
        </div>
        <Checkbox size="xs" className="card-check" checked={on} aria-label={t.common.select(row.product_name ?? '')} onChange={(event) => choose(row, event.currentTarget.checked)} />
      </Group>
    </Card>
  );
});
