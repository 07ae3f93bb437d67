import { Anchor, Button, Group, Stack, Text, Textarea, Timeline } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { call, useGet } from '../../api/call';
import type { AlarmEntry } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { Dialog } from '../../components/Dialog';
import { Facts } from '../../components/Facts';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { AlarmStateBadge, PriorityBadge } from './AlarmBadges';
import { AnswerBar } from './AnswerBar';

/** One alarm with everything that happened to it. */
export function AlarmDialog({ id, onClose, changed }: { id: number; onClose: () => void; changed: () => void }) {
  const t = useText();
  const operator = useMay('operator');
  const detail = useGet('/api/alarms/{id}', { id }, {}, { refetchInterval: 10_000 });
  const [comment, setComment] = useState('');
  const refresh = () => {
    void detail.refetch();
    changed();
  };
  const say = useMutation({ mutationFn: () => call('POST /api/alarms/{id}/comments', { id }, { comment: comment.trim() }), onSuccess: () => { setComment(''); refresh(); } });
  const unshelve = useMutation({ mutationFn: () => call('POST /api/alarms/{id}/unshelve', { id }, {}), onSuccess: refresh });
  return (
    <Dialog opened onClose={onClose} title={t.alarms.one} size="lg">
      <Ask query={detail}>{({ alarm, history }) => (
        <Stack>
          <Group gap="xs"><PriorityBadge priority={alarm?.priority} /><AlarmStateBadge state={alarm?.state} /></Group>
          <Text fw={600}>{alarm?.message}</Text>
          <Facts rows={[
            [t.events.device, <Anchor key="d" component={Link} to={`/devices/${encodeURIComponent(alarm?.device_id ?? '')}`} size="sm">{alarm?.device_name ?? alarm?.device_id}</Anchor>],
            [t.device.parameter, alarm?.parameter && <Anchor key="p" component={Link} size="sm" to={`/devices/${encodeURIComponent(alarm.device_id ?? '')}?tab=history&parameter=${encodeURIComponent(alarm.parameter)}`}>{alarm.parameter}</Anchor>],
            [t.device.value, alarm?.value !== undefined && `${alarm.value} ${alarm.detail ?? ''}`], [t.events.code, alarm?.code_hex], [t.alarms.rule, alarm?.rule_name],
            [t.alarms.raised, timeText(alarm?.raised_at)], [t.alarms.cleared, alarm?.cleared_at && timeText(alarm.cleared_at)],
            [t.alarms.states.shelved, alarm?.shelved_until && `${t.alarms.shelvedUntil(timeText(alarm.shelved_until))} (${alarm.shelved_by})`],
          ]} />
          {operator && <AnswerBar ids={[id]} done={refresh} alone />}
          {operator && alarm?.shelved_until && <Button variant="light" size="xs" loading={unshelve.isPending} onClick={() => unshelve.mutate()}>{t.alarms.unshelve}</Button>}
          <History entries={history ?? []} />
          {operator && (
            <form onSubmit={(event) => { event.preventDefault(); say.mutate(); }}>
              <Textarea label={t.alarms.comment} autosize minRows={1} maxRows={5} maxLength={1000} value={comment} onChange={(event) => setComment(event.currentTarget.value)} />
              <Button type="submit" size="xs" mt="xs" variant="light" loading={say.isPending} disabled={!comment.trim()}>{t.alarms.say}</Button>
            </form>
          )}
          {(say.error || unshelve.error) && <ProblemAlert error={say.error ?? unshelve.error} />}
        </Stack>
      )}</Ask>
    </Dialog>
  );
}

function History({ entries }: { entries: AlarmEntry[] }) {
  const t = useText();
  return (
    <Timeline bulletSize={14} lineWidth={2} active={entries.length}>
      {entries.map((each, i) => (
        <Timeline.Item key={i} title={<Text size="sm">{(t.alarms.actions as Record<string, string>)[each.action ?? ''] ?? each.action} <Text span size="xs" c="dimmed">{each.who} · {timeText(each.at)}{each.until && ` · ${t.alarms.shelvedUntil(timeText(each.until))}`}</Text></Text>}>
          {each.comment && <Text size="sm">{each.comment}</Text>}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
