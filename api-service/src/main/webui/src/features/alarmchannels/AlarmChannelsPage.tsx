import { Alert, Button, Group, Switch, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, useList } from '../../api/call';
import type { AlarmChannel } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Copy } from '../../components/Copy';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { PriorityBadge } from '../alarms/AlarmBadges';
import { scopeText } from '../alarmrules/ruleTexts';
import { ChannelDialog } from './ChannelDialog';
import { requestOf, targetText, timingText } from './channelTexts';
import { NoticesDialog } from './NoticesDialog';

/** Over which webhooks and e-mails people are told of alarms. */
export function AlarmChannelsPage() {
  const t = useText();
  const channels = useList('/api/alarm-channels', {}, { size: 100 });
  const [edited, setEdited] = useState<AlarmChannel | 'new' | null>(null);
  const [looked, setLooked] = useState<AlarmChannel | null>(null);
  const [secret, setSecret] = useState<string>();
  const change = useMutation({ mutationFn: (action: () => Promise<unknown>) => action(), onSettled: () => channels.refetch() });
  const trial = useMutation({
    mutationFn: (channel: AlarmChannel) => call('POST /api/alarm-channels/{id}/test', { id: channel.id! }),
    onSuccess: (_, channel) => notifications.show({ message: t.channels.trialSent(channel.name ?? ''), color: 'teal' }),
  });
  const renew = useMutation({ mutationFn: (id: number) => call('POST /api/alarm-channels/{id}/secret', { id }), onSuccess: (made) => setSecret(made?.secret) });
  const ask = (title: string, text: string, onConfirm: () => void) => modals.openConfirmModal({
    title, children: <Text size="sm">{text}</Text>, labels: { confirm: title, cancel: t.common.cancel }, confirmProps: { color: 'red' }, onConfirm,
  });
  const columns: Column<AlarmChannel>[] = [
    { id: 'name', header: t.common.name, value: (each) => each.name, cell: (each) => <button type="button" className="payload row-link" onClick={() => setEdited(each)}>{each.name}</button> },
    { id: 'type', header: t.channels.type, width: 110, value: (each) => each.type, cell: (each) => each.type && t.channels.types[each.type] },
    { id: 'to', header: t.channels.to, width: 190, cell: (each) => <span className="cut" title={targetText(each)}>{targetText(each)}</span> },
    { id: 'least', header: t.channels.least, width: 110, value: (each) => each.min_priority, cell: (each) => <PriorityBadge priority={each.min_priority} /> },
    { id: 'for', header: t.rules.holdsFor, width: 140, cell: (each) => <Text size="sm">{scopeText(each.scope, t)}</Text> },
    { id: 'when', header: t.channels.when, width: 190, cell: (each) => <Text size="sm">{timingText(each, t)}</Text> },
    { id: 'updated', header: t.rules.updated, width: 192, value: (each) => each.updated_at, cell: (each) => <>{timeText(each.updated_at)}<Text size="xs" c="dimmed">{each.updated_by}</Text></> },
    {
      id: 'on', header: t.rules.on, width: 64, cell: (each) => (
        <Switch size="xs" aria-label={t.channels.onOf(each.name ?? '')} checked={each.enabled ?? false} disabled={change.isPending}
          onChange={() => change.mutate(() => call('PUT /api/alarm-channels/{id}', { id: each.id! }, { ...requestOf(each), enabled: !each.enabled }))} />
      ),
    },
    {
      id: 'do', header: '', label: t.channels.actions, width: 320, cell: (each) => (
        <Group gap={4} wrap="nowrap">
          <Button size="compact-xs" variant="light" onClick={() => setLooked(each)}>{t.channels.notices}</Button>
          <Button size="compact-xs" variant="light" loading={trial.isPending && trial.variables === each} onClick={() => trial.mutate(each)}>{t.channels.trial}</Button>
          {each.type === 'webhook' && <Button size="compact-xs" variant="subtle" onClick={() => ask(t.channels.newSecret, t.channels.newSecretText(each.name ?? ''), () => renew.mutate(each.id!))}>{t.channels.secret}</Button>}
          <Button size="compact-xs" variant="subtle" color="red" onClick={() => ask(t.common.delete, t.channels.removeText(each.name ?? ''), () => change.mutate(() => call('DELETE /api/alarm-channels/{id}', { id: each.id! })))}>{t.common.delete}</Button>
        </Group>
      ),
    },
  ];
  const error = change.error ?? trial.error ?? renew.error;
  return (
    <Page title={t.nav.alarmChannels} up={{ to: '/alarms', label: t.nav.alarms }} aside={<Button size="xs" onClick={() => setEdited('new')}>{t.channels.make}</Button>}>
      {error && <ProblemAlert error={error} />}
      {secret && (
        <Alert color="teal" title={t.channels.secretOnce} withCloseButton closeButtonLabel={t.common.close} onClose={() => setSecret(undefined)}>
          <Group gap="xs"><Text className="mono" size="sm" style={{ overflowWrap: 'anywhere' }}>{secret}</Text><Copy text={secret} /></Group>
        </Alert>
      )}
      <Ask query={channels}>{(list) => (list.items.length === 0 ? <Empty hint={t.channels.noneHint}>{t.channels.none}</Empty>
        : <DataTable label={t.nav.alarmChannels} rows={list.items} columns={columns} rowKey={(each) => String(each.id)} minWidth={1460} />)}
      </Ask>
      {edited && <ChannelDialog channel={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} onSaved={(made) => { setEdited(null); setSecret(made?.secret); void channels.refetch(); }} />}
      {looked && <NoticesDialog channel={looked} onClose={() => setLooked(null)} />}
    </Page>
  );
}
