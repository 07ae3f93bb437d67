import { Badge, Button, Card, Group, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, useGet } from '../../api/call';
import { send, url } from '../../api/client';
import type { DeadLetterView, SummaryView } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { Empty, Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { SearchField } from '../../components/SearchField';
import { useListParams } from '../../components/useListParams';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { DeadLetterTable } from './DeadLetterTable';
import { nextCursor } from './cursor';

/** Messages that could not be stored, by reason; what they were; and what can be done about them. */
export function DeadLettersPage() {
  const t = useText();
  const client = useQueryClient();
  const operator = useMay('operator');
  const { params, set } = useListParams();
  const filter = { service: params.get('service') ?? '', reason: params.get('reason') ?? '', device_id: params.get('device_id') ?? '' };
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const summary = useGet('/api/dead-letters/summary', {}, {}, { refetchInterval: 10_000 });
  const list = useInfiniteQuery({
    queryKey: ['dead-letters', filter],
    queryFn: async ({ pageParam, signal }) => {
      const response = await send(url('/api/dead-letters', { ...filter, size: 100, cursor: pageParam }), { signal });
      return { items: (await response.json()) as DeadLetterView[], next: nextCursor(response.headers.get('Link')) };
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: 15_000,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const selection = () => (chosen.size > 0 ? { ids: [...chosen] } : { filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) });
  const done = (message: string) => {
    notifications.show({ message, color: 'teal' });
    setChosen(new Set());
    void client.invalidateQueries({ queryKey: ['dead-letters'] });
    void client.invalidateQueries({ queryKey: ['/api/dead-letters/summary'] });
  };
  const filtered = Object.values(filter).some(Boolean);
  const body = () => (chosen.size === 0 && !filtered ? { all: true } : selection());
  const replay = useMutation({ mutationFn: () => call('POST /api/dead-letters/replay', {}, body()), onSuccess: (answer) => done(t.deadLetters.replayed(answer?.queued ?? 0)) });
  const discard = useMutation({ mutationFn: () => call('POST /api/dead-letters/discard', {}, body()), onSuccess: (answer) => done(t.deadLetters.discarded(answer?.discarded ?? 0)) });
  const what = chosen.size > 0 ? t.common.selected(chosen.size) : filtered ? t.deadLetters.allFiltered : t.deadLetters.all;
  const ask = () => modals.openConfirmModal({
    title: t.deadLetters.discard, centered: true, children: <Text size="sm">{t.deadLetters.discardText(what)}</Text>, labels: { confirm: t.deadLetters.discard, cancel: t.common.cancel },
    confirmProps: { color: 'red' }, onConfirm: () => discard.mutate(),
  });
  return (
    <Page title={t.nav.deadLetters}>
      <Ask query={summary}>{(services) => <Summary services={services} reason={filter.reason} service={filter.service} pick={(service, reason) => set({ service, reason })} />}</Ask>
      <Group gap="sm">
        <SearchField value={filter.device_id} label={t.events.deviceId} onChange={(value) => set({ device_id: value })} />
        {filter.reason && <Button size="compact-sm" variant="light" onClick={() => set({ reason: null, service: null })}>{filter.reason} ✕</Button>}
        {operator && items.length > 0 && (
          <Group gap="xs" ml="auto">
            <Text size="sm" c="dimmed">{what}</Text>
            <Button size="xs" variant="light" loading={replay.isPending} onClick={() => replay.mutate()}>{t.deadLetters.replay}</Button>
            <Button size="xs" variant="light" color="red" loading={discard.isPending} onClick={ask}>{t.deadLetters.discard}</Button>
          </Group>
        )}
      </Group>
      {(replay.error || discard.error) && <ProblemAlert error={replay.error ?? discard.error} />}
      {list.error && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
      {list.isLoading && <Loading />}
      {list.data && items.length === 0 && <Empty>{filtered ? t.deadLetters.noMatch : t.deadLetters.none}</Empty>}
      {items.length > 0 && <DeadLetterTable letters={items} chosen={chosen} setChosen={setChosen} selectable={operator} />}
      {list.hasNextPage && <Group justify="center"><Button variant="default" size="xs" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t.deadLetters.older}</Button></Group>}
    </Page>
  );
}

function Summary({ services, reason, service, pick }: { services: SummaryView[]; reason: string; service: string; pick: (service: string | null, reason: string | null) => void }) {
  const t = useText();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {services.map((each) => (
        <Card key={each.service} withBorder padding="sm">
          <Group justify="space-between"><Text size="sm" fw={600}>{each.service}</Text><Text size="lg" fw={600} className="number">{each.total}</Text></Group>
          <Group gap={6} mt={4}>
            {Object.entries(each.reasons ?? {}).map(([name, count]) => {
              const on = reason === name && service === each.service;
              return <UnstyledButton key={name} aria-pressed={on} onClick={() => pick(on ? null : each.service!, on ? null : name)}><Badge color={on ? 'teal' : 'orange'} variant={on ? 'filled' : 'light'}>{name} {count}</Badge></UnstyledButton>;
            })}
          </Group>
          <Text size="xs" c="dimmed" mt={4}>{[each.oldest && t.deadLetters.oldest(timeText(each.oldest)), each.replays_waiting ? t.deadLetters.waiting(each.replays_waiting) : ''].filter(Boolean).join(' · ')}</Text>
        </Card>
      ))}
    </SimpleGrid>
  );
}
