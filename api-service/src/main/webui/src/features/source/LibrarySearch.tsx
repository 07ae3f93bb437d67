import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useList } from '../../api/call';
import type { SourceDriver } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { DataTable, type Column } from '../../components/DataTable';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { dateText } from '../../lib/dates';
import { useFetchDescription } from './useFetchDescription';

/** Searches the library by vendor and product, when asked: it is somebody else's server. */
export function LibrarySearch() {
  const t = useText();
  const [typed, setTyped] = useState({ vendor: '', product: '' });
  const [asked, setAsked] = useState<{ vendor: string; product: string }>();
  const found = useList('/api/iodd-source/drivers', {}, { ...asked, size: 50 }, { enabled: asked !== undefined, staleTime: 60_000 });
  const fetch = useFetchDescription();
  const columns: Column<SourceDriver>[] = [
    { id: 'vendor', header: t.common.vendor, width: 190, value: (each) => each.vendor_name, cell: (each) => each.vendor_name },
    { id: 'product', header: t.common.product, value: (each) => each.product_name, cell: (each) => <>{each.product_name}<span className="row-sub">{each.product_id}</span></> },
    { id: 'ids', header: t.catalog.ids, width: 140, cell: (each) => <span className="number">{each.vendor_id} / {each.device_id}</span> },
    { id: 'version', header: t.catalog.version, width: 110, cell: (each) => <>{each.version}<span className="row-sub">{each.io_link_revision}</span></> },
    { id: 'at', header: t.catalog.released, width: 120, cell: (each) => dateText(each.uploaded_at) },
    { id: 'fetch', header: '', label: t.source.fetch, width: 100, cell: (each) => <Button size="compact-xs" variant="light" loading={fetch.isPending && fetch.variables?.iodd_id === each.iodd_id} onClick={() => fetch.mutate({ vendor_id: each.vendor_id!, device_id: each.device_id!, iodd_id: each.iodd_id })}>{t.source.fetch}</Button> },
  ];
  return (
    <Block title={t.source.found}>
      <form onSubmit={(event) => { event.preventDefault(); setAsked({ vendor: typed.vendor.trim(), product: typed.product.trim() }); }}>
        <Group gap="xs" align="flex-end" mb="xs">
          <TextInput size="sm" label={t.source.vendor} value={typed.vendor} maxLength={100} onChange={(event) => setTyped({ ...typed, vendor: event.currentTarget.value })} />
          <TextInput size="sm" label={t.source.product} value={typed.product} maxLength={100} onChange={(event) => setTyped({ ...typed, product: event.currentTarget.value })} />
          <Button type="submit" size="sm" loading={found.isFetching} disabled={!typed.vendor.trim() && !typed.product.trim()}>{t.source.search}</Button>
        </Group>
      </form>
      {fetch.error && <ProblemAlert error={fetch.error} />}
      {asked && <Ask query={found}>{(list) => (list.items.length === 0 ? <Text size="sm" c="dimmed">{t.source.foundNone}</Text>
        : <DataTable label={t.source.found} rows={list.items} columns={columns} rowKey={(each) => String(each.iodd_id)} minWidth={860} />)}
      </Ask>}
    </Block>
  );
}
