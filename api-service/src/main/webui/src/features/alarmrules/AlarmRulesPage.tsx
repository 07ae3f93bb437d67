import { Badge, Button, Switch, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { call, useList } from '../../api/call';
import type { AlarmRule } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { PriorityBadge } from '../alarms/AlarmBadges';
import { RuleDialog } from './RuleDialog';
import { conditionText, scopeText } from './ruleTexts';

/** The rules by which alarms are made of what devices say, beside their own events. */
export function AlarmRulesPage() {
  const t = useText();
  const operator = useMay('operator');
  const rules = useList('/api/alarm-rules', {}, { size: 500 }, { refetchInterval: 15_000 });
  const [edited, setEdited] = useState<AlarmRule | 'new' | null>(null);
  const change = useMutation({ mutationFn: (action: () => Promise<unknown>) => action(), onSettled: () => rules.refetch() });
  const turn = (rule: AlarmRule) => change.mutate(() => call('PUT /api/alarm-rules/{id}', { id: rule.id! }, { ...requestOf(rule), enabled: !rule.enabled }));
  const remove = (rule: AlarmRule) => modals.openConfirmModal({
    title: t.common.delete, children: <Text size="sm">{t.rules.removeText(rule.name ?? '')}</Text>, labels: { confirm: t.common.delete, cancel: t.common.cancel }, confirmProps: { color: 'red' },
    onConfirm: () => change.mutate(() => call('DELETE /api/alarm-rules/{id}', { id: rule.id! })),
  });
  const columns: Column<AlarmRule>[] = [
    { id: 'name', header: t.common.name, value: (rule) => rule.name, cell: (rule) => <>{operator ? <button type="button" className="payload row-link" onClick={() => setEdited(rule)}>{rule.name}</button> : rule.name}{rule.comment && <Text size="xs" c="dimmed">{rule.comment}</Text>}</> },
    { id: 'kind', header: t.alarms.kind, width: 130, value: (rule) => rule.kind, cell: (rule) => (t.alarms.kinds as Record<string, string>)[rule.kind ?? ''] ?? rule.kind },
    { id: 'when', header: t.rules.when, width: 230, cell: (rule) => <Text size="sm">{conditionText(rule, t)}</Text> },
    { id: 'for', header: t.rules.holdsFor, width: 150, cell: (rule) => <Text size="sm">{scopeText(rule.scope, t)}</Text> },
    { id: 'priority', header: t.alarms.priority, width: 110, value: (rule) => rule.priority, cell: (rule) => <PriorityBadge priority={rule.priority} /> },
    { id: 'standing', header: t.rules.standing, width: 100, right: true, value: (rule) => rule.standing, cell: (rule) => <Link className="row-link" to={`/alarms?rule=${rule.id}`}><Badge color={rule.standing ? 'red' : 'gray'}>{rule.standing ?? 0}</Badge></Link> },
    { id: 'updated', header: t.rules.updated, width: 192, value: (rule) => rule.updated_at, cell: (rule) => <>{timeText(rule.updated_at)}<Text size="xs" c="dimmed">{rule.updated_by}</Text></> },
    { id: 'on', header: t.rules.on, width: 70, cell: (rule) => <Switch size="xs" aria-label={t.rules.onOf(rule.name ?? '')} checked={rule.enabled ?? false} disabled={!operator || change.isPending} onChange={() => turn(rule)} /> },
    ...(operator ? [{ id: 'remove', header: '', label: t.common.delete, width: 90, cell: (rule: AlarmRule) => <Button size="compact-xs" variant="subtle" color="red" onClick={() => remove(rule)}>{t.common.delete}</Button> }] : []),
  ];
  return (
    <Page title={t.nav.alarmRules} up={{ to: '/alarms', label: t.nav.alarms }} aside={operator && <Button size="xs" onClick={() => setEdited('new')}>{t.rules.make}</Button>}>
      {change.error && <ProblemAlert error={change.error} />}
      <Ask query={rules}>{(list) => (list.items.length === 0 ? <Empty hint={t.rules.noneHint}>{t.rules.none}</Empty>
        : <DataTable label={t.nav.alarmRules} rows={list.items} columns={columns} rowKey={(rule) => String(rule.id)} minWidth={1220} />)}
      </Ask>
      {edited && <RuleDialog rule={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} onSaved={() => { setEdited(null); void rules.refetch(); }} />}
    </Page>
  );
}

/** What of a rule is sent back to the API. */
function requestOf({ name, kind, priority, scope, condition, comment }: AlarmRule) {
  return { name, kind, priority, scope, condition, comment };
}
