import { Anchor, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import type { DescriptionSummary } from '../../api/types';
import { Empty, Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { SearchField } from '../../components/SearchField';
import { useListParams } from '../../components/useListParams';
import { useSparseList } from '../../components/useSparseList';
import { useText } from '../../i18n';
import { DropZone } from '../imports/DropZone';
import { TransferList } from '../imports/TransferList';
import { CatalogGrid } from './CatalogGrid';
import { CatalogTable } from './CatalogTable';
import { SavedFilters } from './SavedFilters';
import { SelectionBar } from './SelectionBar';

/** All device descriptions, and the way to import more. Filters, order and view are part of the address. */
export function CatalogPage() {
  const t = useText();
  const { params, set } = useListParams();
  const [chosen, setChosen] = useState<Map<number, DescriptionSummary>>(new Map());
  const q = params.get('q') ?? '';
  const kind = params.get('kind') ?? '';
  const vendor = params.get('vendor_id') ?? '';
  const view = params.get('view') ?? 'list';
  const group = params.get('group') === 'vendor';
  const sort = params.get('sort') ?? (group ? 'vendor_name' : '');
  const list = useSparseList<DescriptionSummary>('/api/descriptions', { q, kind, vendor_id: vendor, sort });
  const choose = useCallback((row: DescriptionSummary, on: boolean) => setChosen((before) => {
    const next = new Map(before);
    if (on) {
      next.set(row.id!, row);
    } else {
      next.delete(row.id!);
    }
    return next;
  }), []);
  const onVendor = useCallback((id: number) => set({ vendor_id: String(id) }), [set]);
  const filtered = q || kind || vendor;
  return (
    <Page title={t.catalog.title} aside={list.total !== undefined && <Text c="dimmed" size="sm" className="number">{t.common.count(list.total)}</Text>}>
      <DropZone />
      <TransferList />
      <Group gap="sm">
        <SearchField value={q} label={t.catalog.search} onChange={(text) => set({ q: text })} />
        <SegmentedControl aria-label={t.catalog.kind} value={kind} onChange={(value) => set({ kind: value })} size="xs"
          data={[{ value: '', label: t.common.all }, { value: 'IODD', label: 'IODD' }, { value: 'EDS', label: 'EDS' }]} />
        <SegmentedControl aria-label={t.catalog.view} value={view} onChange={(value) => set({ view: value === 'list' ? null : value })} size="xs"
          data={[{ value: 'list', label: t.catalog.list }, { value: 'grid', label: t.catalog.grid }]} />
        <Button size="compact-sm" variant={group ? 'filled' : 'default'} aria-pressed={group}
          onClick={() => set({ group: group ? null : 'vendor', sort: null })}>{t.catalog.byVendor}</Button>
        {vendor && <Button size="compact-sm" variant="light" onClick={() => set({ vendor_id: null })}>{t.catalog.vendorIs(vendor)} ✕</Button>}
        <SavedFilters />
      </Group>
      <SelectionBar chosen={[...chosen.values()]} clear={() => setChosen(new Map())} />
      {list.error && <ProblemAlert error={list.error} retry={list.refetch} />}
      {list.loading && <Loading />}
      {list.total === 0 && (
        <Empty hint={!filtered && <Anchor component={Link} to="/imports" size="sm">{t.catalog.toImports}</Anchor>}>{filtered ? t.catalog.nothing : t.catalog.empty}</Empty>
      )}
      {!!list.total && (view === 'grid'
        ? <CatalogGrid rows={list.rows} onRange={list.onRange} chosen={chosen} choose={choose} />
        : <CatalogTable rows={list.rows} onRange={list.onRange} sort={sort} onSort={(next) => set({ sort: next })} group={group} chosen={chosen}
            choose={choose} onVendor={onVendor} />)}
    </Page>
  );
}
