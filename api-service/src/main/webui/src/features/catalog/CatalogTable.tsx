import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import type { DescriptionSummary } from '../../api/types';
import { DataTable, type Column } from '../../components/DataTable';
import { useText } from '../../i18n';
import { dateText, timeText } from '../../lib/dates';

/** The catalog as a table of any length. */
export function CatalogTable({ rows, onRange, sort, onSort, group, chosen, choose, onVendor }: {
  rows: (DescriptionSummary | undefined)[];
  onRange: (first: number, last: number) => void;
  sort: string;
  onSort: (sort: string) => void;
  /** Rows of a vendor follow each other and name it once. */
  group: boolean;
  chosen: Map<number, DescriptionSummary>;
  choose: (row: DescriptionSummary, on: boolean) => void;
  onVendor: (id: number) => void;
}) {
  const t = useText();
  const wide = useMediaQuery('(min-width: 88em)', true);
  const columns = useMemo(() => {
    const vendorOnce = (row: DescriptionSummary, index: number) => !group || index === 0 || rows[index - 1]?.vendor_name !== row.vendor_name;
    const all: Column<DescriptionSummary>[] = [
      {
        id: 'choose', header: '', label: t.catalog.selection, width: 40,
        cell: (row) => (
          <input type="checkbox" className="row-check" checked={chosen.has(row.id!)} aria-label={t.common.select(row.product_name ?? '')}
            onChange={(event) => choose(row, event.currentTarget.checked)} />
        ),
      },
      {
        id: 'vendor', header: t.common.vendor, sort: 'vendor_name', width: 140,
        cell: (row, index) => (vendorOnce(row, index) ? (
          <button type="button" className="payload link-like cut" title={t.catalog.onlyVendor} onClick={() => onVendor(row.vendor_id!)}>{row.vendor_name ?? row.vendor_id}</button>
        ) : <span role="img" className="row-sub" aria-label={row.vendor_name}>″</span>),
      },
      {
        id: 'product', header: t.common.product, sort: 'product_name',
        cell: (row) => <a href={`/catalog/${row.id}`} className="row-link" title={row.product_name}>{row.product_name}</a>,
      },
      { id: 'kind', header: t.catalog.kind, width: 84, cell: (row) => <span className="chip" data-kind={row.kind}>{row.kind}</span> },
      { id: 'ids', header: t.catalog.ids, width: 118, cell: (row) => <span className="number">{row.vendor_id} / {row.device_id}</span> },
      { id: 'version', header: t.catalog.version, width: 84, cell: (row) => <span title={row.file_version}>{row.file_version ?? '–'}</span> },
      ...(wide ? [{ id: 'released', header: t.catalog.released, width: 112, cell: (row: DescriptionSummary) => dateText(row.release_date) }] : []),
      { id: 'parameters', header: t.catalog.parameters, width: 98, right: true, cell: (row) => <span className="number">{row.parameter_count}</span> },
      {
        id: 'findings', header: t.catalog.findings, width: 85, right: true,
        cell: (row) => (row.finding_count ? <a className="row-link" href={`/catalog/${row.id}?tab=${row.kind === 'IODD' ? 'trust' : 'findings'}`}>{row.finding_count}</a> : '0'),
      },
      { id: 'imported', header: t.catalog.imported, sort: 'imported_at', width: 118, cell: (row) => <span title={timeText(row.imported_at)}>{dateText(row.imported_at)}</span> },
    ];
    return all;
    // Grouped rows look at the one before them; others do not care which else are here.
  }, [t, wide, group, group && rows, chosen, choose, onVendor]);
  return (
    <DataTable label={t.catalog.title} rows={rows} columns={columns} rowKey={(row) => String(row.id)} sort={sort} onSort={onSort} onRange={onRange}
      rowHeight={37} minWidth={960} marked={(row) => chosen.has(row.id!)} />
  );
}
