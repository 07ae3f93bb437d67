import { Anchor, Badge, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useDescriptions } from '../../api/queries';
import { Pager } from '../../components/Pager';
import { Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { SearchField } from '../../components/SearchField';
import { SortHeader } from '../../components/SortHeader';
import { useListParams } from '../../components/useListParams';
import { useText } from '../../i18n';
import { timeText } from '../../lib/format';
import { ImportBox } from './ImportBox';

const SIZE = 25;

/** All device descriptions, and the way to import more. */
export function CatalogPage() {
  const t = useText();
  const { params, page, set } = useListParams();
  const text = params.get('q') ?? '';
  const kind = params.get('kind') ?? '';
  const sort = params.get('sort') ?? '';
  const list = useDescriptions({ q: text, kind, sort, page, size: SIZE });
  const order = (next: string) => set({ sort: next });
  return (
    <Page title={t.catalog.title}>
      <ImportBox />
      <Group gap="sm">
        <SearchField value={text} label={t.catalog.search} onChange={(q) => set({ q })} />
        <SegmentedControl aria-label={t.catalog.kind} value={kind} onChange={(value) => set({ kind: value })}
          data={[{ value: '', label: t.catalog.all }, { value: 'IODD', label: 'IODD' }, { value: 'EDS', label: 'EDS' }]} />
      </Group>
      {list.error && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
      {list.isLoading && <Loading />}
      {list.data?.total === 0 && (
        <Text c="dimmed">{text || kind ? t.catalog.nothing : t.catalog.empty}</Text>
      )}
      {list.data && list.data.items.length > 0 && (
        <Table.ScrollContainer minWidth={640}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <SortHeader name="product_name" sort={sort} onSort={order}>{t.common.product}</SortHeader>
                <SortHeader name="vendor_name" sort={sort} onSort={order}>{t.common.vendor}</SortHeader>
                <Table.Th>{t.catalog.kind}</Table.Th>
                <Table.Th>{t.catalog.ids}</Table.Th>
                <Table.Th>{t.catalog.version}</Table.Th>
                <Table.Th ta="right">{t.catalog.parameters}</Table.Th>
                <Table.Th>{t.catalog.imported}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.data.items.map((each) => (
                <Table.Tr key={each.id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/catalog/${each.id}`} size="sm" fw={500}>{each.product_name}</Anchor>
                    {each.product_family && <Text size="xs" c="dimmed">{each.product_family}</Text>}
                  </Table.Td>
                  <Table.Td>{each.vendor_name ?? '–'}</Table.Td>
                  <Table.Td>
                    <Badge variant="outline" color={each.kind === 'IODD' ? 'teal' : 'indigo'}>{each.kind}</Badge>
                  </Table.Td>
                  <Table.Td className="number">{each.vendor_id} / {each.device_id}</Table.Td>
                  <Table.Td>{each.file_version ?? '–'}</Table.Td>
                  <Table.Td ta="right" className="number">{each.parameter_count}</Table.Td>
                  <Table.Td>{timeText(each.imported_at)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Pager page={page} size={SIZE} total={list.data?.total ?? 0} onChange={(next) => set({ page: String(next) })} />
    </Page>
  );
}
