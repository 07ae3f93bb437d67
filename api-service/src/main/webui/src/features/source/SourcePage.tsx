import { Badge, Group, Stack, Text } from '@mantine/core';
import { useGet } from '../../api/call';
import type { FetchedDescription } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty, Page } from '../../components/Page';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { LibrarySearch } from './LibrarySearch';
import { MissingFetches } from './MissingFetches';

/** The library of descriptions outside: what devices wait for, what it has, and what came from it. */
export function SourcePage() {
  const t = useText();
  const operator = useMay('operator');
  const status = useGet('/api/iodd-source');
  const fetched = useGet('/api/iodd-source/fetched', {}, {}, { refetchInterval: 10_000 });
  const columns: Column<FetchedDescription>[] = [
    { id: 'product', header: t.common.product, value: (each) => each.product_name, cell: (each) => <a className="row-link" href={`/catalog/${each.description_id}`}>{each.product_name}</a> },
    { id: 'ids', header: t.catalog.ids, width: 130, cell: (each) => <span className="number">{each.vendor_id} / {each.device_id}</span> },
    { id: 'from', header: t.source.from, cell: (each) => <span className="mono cut" title={each.address}>{each.address}</span> },
    { id: 'at', header: t.events.at, width: 190, value: (each) => each.fetched_at, cell: (each) => <>{timeText(each.fetched_at)}<span className="row-sub">{each.fetched_by}</span></> },
  ];
  return (
    <Page title={t.nav.source} up={{ to: '/missing', label: t.nav.missing }}>
      <Ask query={status}>{(data) => (!data.enabled ? <Empty hint={t.source.offHint}>{t.source.off}</Empty> : (
        <Group gap="xs"><Text size="sm">{t.source.at} <span className="mono">{data.address}</span></Text><Badge color={data.automatic ? 'teal' : 'gray'}>{data.automatic ? t.source.automatic : t.source.byHand}</Badge></Group>
      ))}</Ask>
      <Stack>
        <MissingFetches enabled={status.data?.enabled === true} />
        {status.data?.enabled && operator && <LibrarySearch />}
        <Block title={t.source.history}>
          <Ask query={fetched}>{(list) => (list.length === 0 ? <Text size="sm" c="dimmed">{t.source.historyNone}</Text>
            : <DataTable label={t.source.history} rows={list} columns={columns} rowKey={(each) => `${each.description_id} ${each.fetched_at}`} minWidth={820} />)}
          </Ask>
        </Block>
      </Stack>
    </Page>
  );
}
