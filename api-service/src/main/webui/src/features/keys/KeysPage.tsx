import { Badge, Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, useList } from '../../api/call';
import type { ApiKeyView } from '../../api/types';
import { Ask } from '../../components/Ask';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { NewKey } from './NewKey';
import { RotateDialog } from './RotateDialog';

/** The keys by which people and programs use the API. */
export function KeysPage() {
  const t = useText();
  const keys = useList('/api/keys', {}, { size: 500 });
  const revoke = useMutation({ mutationFn: (id: number) => call('DELETE /api/keys/{id}', { id }), onSettled: () => keys.refetch() });
  const [rotated, setRotated] = useState<ApiKeyView | null>(null);
  const ask = (key: ApiKeyView) => modals.openConfirmModal({
    title: t.keys.revoke, centered: true, children: <Text size="sm">{t.keys.revokeText(key.name ?? '')}</Text>, labels: { confirm: t.keys.revoke, cancel: t.common.cancel },
    confirmProps: { color: 'red' }, onConfirm: () => revoke.mutate(key.id!),
  });
  const over = (key: ApiKeyView) => !!key.revoked_at || (!!key.expires_at && Date.parse(key.expires_at) < Date.now());
  const columns: Column<ApiKeyView>[] = [
    { id: 'name', header: t.common.name, value: (each) => each.name, cell: (each) => <><Text size="sm" fw={500}>{each.name}</Text><Text size="xs" c="dimmed" className="mono">{each.prefix}…</Text>{!!each.allowed_addresses?.length && <Text size="xs" className="mono">{t.keys.addresses}: {each.allowed_addresses.join(', ')}</Text>}</> },
    { id: 'scope', header: t.keys.scope, width: 110, value: (each) => each.scope, cell: (each) => <Badge color={each.scope === 'admin' ? 'red' : each.scope === 'operator' ? 'orange' : 'blue'}>{each.scope && t.keys.scopes[each.scope]}</Badge> },
    { id: 'created', header: t.keys.created, width: 192, value: (each) => each.created_at, cell: (each) => <>{timeText(each.created_at)}<Text size="xs" c="dimmed">{each.created_by}</Text></> },
    { id: 'used', header: t.keys.used, width: 192, value: (each) => each.last_used_at, cell: (each) => timeText(each.last_used_at) },
    { id: 'expires', header: t.keys.expires, width: 192, value: (each) => each.expires_at, cell: (each) => (each.revoked_at ? <Badge color="gray">{t.keys.revoked}</Badge> : timeText(each.expires_at)) },
    {
      id: 'do', header: '', label: t.channels.actions, width: 190,
      cell: (each) => (over(each) ? null : (
        <Group gap={4} wrap="nowrap">
          <Button size="compact-xs" variant="light" onClick={() => setRotated(each)}>{t.keys.rotate}</Button>
          <Button size="compact-xs" variant="subtle" color="red" onClick={() => ask(each)}>{t.keys.revoke}</Button>
        </Group>
      )),
    },
  ];
  return (
    <Page title={t.nav.keys}>
      <NewKey onMade={() => void keys.refetch()} />
      {rotated && <RotateDialog apiKey={rotated} onClose={() => setRotated(null)} onDone={() => void keys.refetch()} />}
      {revoke.error && <ProblemAlert error={revoke.error} />}
      <Ask query={keys}>{(list) => (list.items.length === 0 ? <Empty>{t.keys.none}</Empty> : <DataTable label={t.nav.keys} rows={list.items} columns={columns} rowKey={(each) => String(each.id)} minWidth={1010} />)}</Ask>
    </Page>
  );
}
