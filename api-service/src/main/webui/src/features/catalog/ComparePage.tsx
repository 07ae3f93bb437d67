import { Alert, Anchor, Badge, Group, Stack, Switch, Table, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { get, url } from '../../api/client';
import type { DescriptionSummary, EdsComparisons, IoddComparisons } from '../../api/types';
import { useGet } from '../../api/call';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Page } from '../../components/Page';
import { useText } from '../../i18n';
import { ChangeAreas, type Comparison } from './ChangeAreas';

const FACTS = ['vendor_name', 'product_name', 'product_family', 'vendor_id', 'device_id', 'format_version', 'file_version', 'release_date', 'parameter_count', 'finding_count', 'byte_size'] as const;

/** The EDS names what changed by entry, the IODD by path: both as one. */
export function comparisons(answer: IoddComparisons & EdsComparisons): Comparison[] {
  return (answer.comparisons ?? []) as Comparison[];
}

/** Up to four descriptions side by side, and what changes from the first to each of the others. */
export function ComparePage() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const kind = search.get('kind') === 'EDS' ? 'EDS' : 'IODD';
  const ids = search.getAll('ids').slice(0, 4);
  const only = search.get('only') === 'differences';
  const summaries = useQueries({
    queries: ids.map((id) => ({ queryKey: ['description', id], queryFn: () => get<DescriptionSummary>(`/api/descriptions/${id}`) })),
    combine: (all) => all.map((each) => each.data),
  });
  const changes = useGet(kind === 'EDS' ? '/api/eds/compare' : '/api/iodd/compare', {}, { ids } as never, { enabled: ids.length > 1 });
  const rows = FACTS.filter((fact) => !only || new Set(summaries.map((each) => each?.[fact])).size > 1);
  return (
    <Page title={t.compare.title} up={{ to: '/catalog', label: t.catalog.title }}
      aside={<Switch label={t.compare.only} checked={only} onChange={(event) => {
        const next = new URLSearchParams(search);
        if (event.currentTarget.checked) {
          next.set('only', 'differences');
        } else {
          next.delete('only');
        }
        setSearch(next, { replace: true });
      }} />}>
      {ids.length < 2 && <Alert color="orange">{t.catalog.compareHint}</Alert>}
      <Table.ScrollContainer minWidth={240 + ids.length * 180}>
        <Table>
          <Table.Thead>
            <Table.Tr><Table.Th w={180} />{summaries.map((each, i) => <Table.Th key={ids[i]}><Anchor component={Link} to={`/catalog/${ids[i]}`} size="sm">{each?.product_name ?? ids[i]}</Anchor></Table.Th>)}</Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((fact) => {
              const values = summaries.map((each) => each?.[fact]);
              const differ = new Set(values).size > 1;
              return (
                <Table.Tr key={fact}>
                  <Table.Th scope="row" fw={500}>{t.compare.facts[fact]}</Table.Th>
                  {values.map((value, i) => <Table.Td key={i} fw={differ && i > 0 && value !== values[0] ? 600 : undefined}>{value ?? '–'}</Table.Td>)}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {ids.length > 1 && (
        <Ask query={changes}>{(answer) => (
          <Stack>
            {comparisons(answer as never).map((each, i) => (
              <Block key={i} title={t.compare.fromTo(each.from?.product_name ?? '', each.to?.product_name ?? '')} aside={
                <Group gap={6}>{each.identical ? <Badge>{t.compare.identical}</Badge> : <Text size="xs" c="dimmed">{each.from?.document_version ?? each.from?.revision} → {each.to?.document_version ?? each.to?.revision}</Text>}</Group>
              }>
                <ChangeAreas comparison={each} />
              </Block>
            ))}
          </Stack>
        )}</Ask>
      )}
    </Page>
  );
}

export const compareUrl = (kind: string, ids: (number | string)[]) => url('/catalog/compare', { kind, ids: ids.map(String) });
