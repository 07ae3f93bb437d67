import { Anchor, Badge, Button, Checkbox, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useGet } from '../../api/call';
import type { FacetCount, SearchAnswer, SearchFacets } from '../../api/types';
import { Ask } from '../../components/Ask';
import { KindBadge } from '../../components/Badges';
import { Marked } from '../../components/Marked';
import { Empty, Page } from '../../components/Page';
import { SearchField } from '../../components/SearchField';
import { useListParams } from '../../components/useListParams';
import { useText } from '../../i18n';
import { LISTS, results, type ListName, type Result } from './results';

const FEW = 5;
const MANY = 50;
const MOST_SHOWN = 12;
const FACETS = ['vendor', 'revision', 'feature'] as const;

/** Searches everything; filters and the chosen list are part of the address. */
export function SearchPage() {
  const t = useText();
  const { params, page, set } = useListParams();
  const q = params.get('q') ?? '';
  const list = LISTS.find((each) => each.list === params.get('list'));
  const kind = params.get('kind') ?? '';
  const chosen = Object.fromEntries(FACETS.map((facet) => [facet, texts(params.get(facet))])) as Record<(typeof FACETS)[number], string[]>;
  const found = useGet('/api/search', {}, { q, kind, ...chosen, type: list?.type, page: list ? page : 1, limit: list ? MANY : FEW },
    { enabled: q.length > 1, keep: true });
  const turn = (facet: (typeof FACETS)[number], value: string) => set({
    [facet]: written(chosen[facet].includes(value) ? chosen[facet].filter((each) => each !== value) : [...chosen[facet], value]),
  });
  return (
    <Page title={t.nav.search}>
      <Group gap="sm">
        <SearchField value={q} label={t.search.hint} onChange={(value) => set({ q: value })} />
        <SegmentedControl size="xs" aria-label={t.search.kind} value={kind} onChange={(value) => set({ kind: value })}
          data={[{ value: '', label: t.common.all }, { value: 'IODD', label: 'IODD' }, { value: 'EDS', label: 'EDS' }]} />
      </Group>
      {q.length < 2 ? <Empty hint={t.search.examples}>{t.search.hint}</Empty> : (
        <Ask query={found}>{(answer) => (
          <Group align="flex-start" gap="lg" wrap="wrap">
            <Stack style={{ flex: '1 1 28rem', minWidth: 0 }}>
              <Results answer={answer} only={list?.list} page={page} set={set} />
            </Stack>
            {answer.facets && <Facets facets={answer.facets} chosen={chosen} turn={turn} />}
          </Group>
        )}</Ask>
      )}
    </Page>
  );
}

/** Values of a facet in the address; names of vendors have commas in them. */
function texts(value: string | null): string[] {
  return value ? value.split('|') : [];
}

function written(values: string[]): string | null {
  return values.length > 0 ? values.join('|') : null;
}

function Results({ answer, only, page, set }: {
  answer: SearchAnswer; only?: ListName; page: number; set: (changes: Record<string, string | null>) => void;
}) {
  const t = useText();
  const all = results(answer).filter((each) => !only || each.list === only);
  return (
    <>
      {answer.corrected && <Text size="sm" role="status">{t.search.corrected} <Anchor component="button" size="sm" onClick={() => set({ q: answer.corrected! })}>{answer.corrected}</Anchor></Text>}
      {only && <Group><Button size="compact-sm" variant="subtle" onClick={() => set({ list: null })}>{t.search.allLists}</Button></Group>}
      {all.length === 0 && <Empty>{t.app.nothingFound}</Empty>}
      {LISTS.filter(({ list }) => all.some((each) => each.list === list)).map(({ list }) => (
        <Paper key={list} withBorder p="sm" component="section" aria-label={t.search.lists[list]}>
          <Group justify="space-between" mb={4}>
            <Text fw={600} component="h2" size="md">{t.search.lists[list]}</Text>
            {!only && answer.more?.includes(list) && <Button size="compact-xs" variant="subtle" onClick={() => set({ list })}>{t.search.more}</Button>}
          </Group>
          <Stack gap={6}>{all.filter((each) => each.list === list).map((each) => <Line key={each.key} result={each} />)}</Stack>
        </Paper>
      ))}
      {only && (page > 1 || answer.has_more) && (
        <Group component="nav" aria-label={t.common.pageOf(page)}>
          <Button size="xs" variant="default" disabled={page === 1} onClick={() => set({ page: String(page - 1) })}>{t.common.previous}</Button>
          <Text size="sm">{t.common.pageOf(page)}</Text>
          <Button size="xs" variant="default" disabled={!answer.more?.includes(only)} onClick={() => set({ page: String(page + 1) })}>{t.common.next}</Button>
        </Group>
      )}
    </>
  );
}

function Line({ result }: { result: Result }) {
  return (
    <div>
      <Group gap={8} wrap="nowrap" align="baseline">
        <Anchor component={Link} to={result.to} size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}><Marked text={result.title} marks={result.marks} /></Anchor>
        {result.unit && <Badge size="sm" variant="light" color="gray" tt="none">{result.unit}</Badge>}
        {result.kind && <span style={{ marginLeft: 'auto' }}><KindBadge kind={result.kind} /></span>}
      </Group>
      <Text size="xs" c="dimmed">{result.place}</Text>
      {result.found && <Text size="xs"><Marked text={result.found.text} marks={result.found.marks} /></Text>}
    </div>
  );
}

function Facets({ facets, chosen, turn }: {
  facets: SearchFacets; chosen: Record<(typeof FACETS)[number], string[]>; turn: (facet: (typeof FACETS)[number], value: string) => void;
}) {
  const t = useText();
  return (
    <Stack component="aside" aria-label={t.search.narrow} gap="md" style={{ flex: '0 1 15rem' }}>
      <Text size="sm" c="dimmed">{t.search.descriptions(facets.descriptions ?? 0)}{facets.complete === false && ` ${t.search.atLeast}`}</Text>
      {FACETS.map((facet) => {
        const counted = facets[facet] ?? [];
        const shown: FacetCount[] = [
          ...chosen[facet].filter((value) => !counted.some((each) => each.value === value)).map((value) => ({ value, count: 0 })),
          ...counted.slice(0, MOST_SHOWN),
        ];
        return shown.length === 0 ? null : (
          <Checkbox.Group key={facet} label={t.search.facets[facet]} value={chosen[facet]}>
            <Stack gap={4} mt={4}>
              {shown.map((each) => (
                <Checkbox key={each.value} size="xs" value={each.value!} label={`${each.value} (${each.count})`} onChange={() => turn(facet, each.value!)} />
              ))}
            </Stack>
          </Checkbox.Group>
        );
      })}
    </Stack>
  );
}
