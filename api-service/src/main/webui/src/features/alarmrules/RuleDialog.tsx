import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import type { AlarmCondition, AlarmRule, AlarmScope } from '../../api/types';
import { Dialog } from '../../components/Dialog';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { PRIORITIES } from '../alarms/AlarmBadges';
import { ConditionForm } from './ConditionForm';
import { ScopeForm } from './ScopeForm';
import { emptyOf, KINDS, type RuleKind } from './kinds';

/** Makes a rule, or changes one; its kind stays. What the API does not accept it says itself. */
export function RuleDialog({ rule, onClose, onSaved }: { rule?: AlarmRule; onClose: () => void; onSaved: () => void }) {
  const t = useText();
  const [name, setName] = useState(rule?.name ?? '');
  const [kind, setKind] = useState<RuleKind>((rule?.kind as RuleKind | undefined) ?? 'range');
  const [priority, setPriority] = useState<string>(rule?.priority ?? 'medium');
  const [scope, setScope] = useState<AlarmScope>(rule?.scope ?? { type: 'all' });
  const [condition, setCondition] = useState<AlarmCondition>(rule?.condition ?? emptyOf('range'));
  const [comment, setComment] = useState(rule?.comment ?? '');
  const save = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), kind, priority, scope, condition, comment: comment.trim() || undefined, enabled: rule?.enabled ?? true };
      return rule ? call('PUT /api/alarm-rules/{id}', { id: rule.id! }, body) : call('POST /api/alarm-rules', {}, body);
    },
    onSuccess: onSaved,
  });
  return (
    <Dialog opened onClose={onClose} title={rule ? t.rules.change : t.rules.make} size="lg">
      <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <Stack gap="sm">
          <TextInput data-autofocus label={t.common.name} required value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} />
          <Group grow>
            <NativeSelect label={t.alarms.kind} disabled={!!rule} value={kind} data={KINDS.map((value) => ({ value, label: t.rules.kinds[value] }))}
              onChange={(event) => { const next = event.currentTarget.value as RuleKind; setKind(next); setCondition(emptyOf(next)); }} />
            <NativeSelect label={t.alarms.priority} value={priority} data={PRIORITIES.map((value) => ({ value, label: t.alarms.priorities[value] }))} onChange={(event) => setPriority(event.currentTarget.value)} />
          </Group>
          <ConditionForm kind={kind} value={condition} onChange={setCondition} />
          <ScopeForm value={scope} onChange={setScope} />
          <Textarea label={t.rules.why} autosize minRows={1} maxRows={6} maxLength={1000} value={comment} onChange={(event) => setComment(event.currentTarget.value)} />
          {save.error && <ProblemAlert error={save.error} />}
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t.common.cancel}</Button><Button type="submit" loading={save.isPending} disabled={!name.trim()}>{t.common.save}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
