import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { call, useList } from '../../api/call';
import type { MissingFetch } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { StateBadge } from '../../components/Badges';
import { Block } from '../../components/Block';
import { DataTable, type Column } from '../../components/DataTable';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { useFetchDescription } from './useFetchDescription';

/** Descriptions that devices wait for, and what was tried to get each. */
export function MissingFetches({ enabled }: { enabled: boolean }) {
  const t = useText();
  const operator = useMay('operator');
  const missing = useList('/api/iodd-source/missing', {}, { size: 500 }, { refetchInterval: 5000 });
  const fetch = useFetchDescription();
  const forget = useMutation({
    mutationFn: () => call('DELETE /api/iodd-source/missing'),
    onSuccess: (answer) => { notifications.show({ message: t.source.forgotten(answer?.forgotten ?? 0), color: 'teal' }); void missing.refetch(); },
  });
  const columns: Column<MissingFetch>[] = [
    { id: 'ids', header: t.catalog.ids, width: 150, cell: (each) => <span className="number">{each.vendor_id} / {each.device_id}</span> },
    { id: 'devices', header: t.source.devices, width: 90, right: true, value: (each) => each.devices, cell: (each) => <span className="number">{each.devices}</span> },
    { id: 'state', header: t.twin.state, value: (each) => each.state, cell: (each) => <><StateBadge state={each.state} label={each.state && t.source.states[each.state]} />{each.detail && <Text size="xs" c="dimmed">{each.detail}</Text>}</> },
    { id: 'tries', header: t.source.tries, width: 170, cell: (each) => <>{each.tries}{each.tried_at && <span className="row-sub">{timeText(each.tried_at)}</span>}</> },
    { id: 'next', header: t.source.next, width: 192, cell: (each) => (each.next_try_at ? timeText(each.next_try_at) : '–') },
    ...(enabled && operator ? [{
      id: 'fetch', header: '', label: t.source.fetch, width: 100, cell: (each: MissingFetch) => (
        <Button size="compact-xs" variant="light" loading={fetch.isPending && fetch.variables?.vendor_id === each.vendor_id && fetch.variables?.device_id === each.device_id}
          onClick={() => fetch.mutate({ vendor_id: each.vendor_id!, device_id: each.device_id! })}>{t.source.fetch}</Button>
      ),
    }] : []),
  ];
  return (
    <Block title={t.source.missing} aside={enabled && operator && !!missing.data?.items.length && <Button size="xs" variant="light" loading={forget.isPending} onClick={() => forget.mutate()}>{t.source.again}</Button>}>
      {(fetch.error ?? forget.error) && <ProblemAlert error={fetch.error ?? forget.error} />}
      <Ask query={missing}>{(list) => (list.items.length === 0 ? <Text size="sm" c="dimmed">{t.source.missingNone}</Text>
        : <DataTable label={t.source.missing} rows={list.items} columns={columns} rowKey={(each) => `${each.vendor_id} ${each.device_id}`} minWidth={860} />)}
      </Ask>
    </Block>
  );
}
