import { Checkbox, Group, TagsInput, TextInput } from '@mantine/core';
import type { AlarmCondition } from '../../api/types';
import { DecimalInput } from '../../components/DecimalInput';
import { useText } from '../../i18n';
import type { RuleKind } from './kinds';

/** The members of a condition that its kind takes. */
export function ConditionForm({ kind, value, onChange }: { kind: RuleKind; value: AlarmCondition; onChange: (next: AlarmCondition) => void }) {
  const t = useText();
  const set = (changes: AlarmCondition) => onChange(Object.fromEntries(Object.entries({ ...value, ...changes }).filter(([, each]) => each !== undefined && each !== '')) as AlarmCondition);
  const number = (name: 'low' | 'high' | 'dead_band' | 'change' | 'count', label: string, disabled = false) => (
    <DecimalInput label={label} value={value[name]} disabled={disabled} onChange={(next) => set({ [name]: next })} />
  );
  const time = (name: 'over' | 'on_delay' | 'off_delay', label: string, placeholder: string) => (
    <TextInput label={label} placeholder={placeholder} value={value[name] ?? ''} maxLength={20} onChange={(event) => set({ [name]: event.currentTarget.value.trim() })} />
  );
  return (
    <>
      {['range', 'rate', 'status'].includes(kind) && (
        <TextInput label={t.device.parameter} description={kind === 'status' ? t.rules.emptyIsAny : t.rules.asLive} value={value.parameter ?? ''} maxLength={200} onChange={(event) => set({ parameter: event.currentTarget.value.trim() })} />
      )}
      {kind === 'range' && (
        <>
          <Checkbox label={t.rules.described} checked={value.described ?? false} onChange={(event) => set({ described: event.currentTarget.checked || undefined, low: undefined, high: undefined })} />
          <Group grow>{number('low', t.rules.low, value.described)}{number('high', t.rules.high, value.described)}{number('dead_band', t.rules.deadBand)}</Group>
        </>
      )}
      {kind === 'rate' && <Group grow>{number('change', t.rules.changeBy)}{time('over', t.rules.within, '1m')}</Group>}
      {kind === 'status' && <TagsInput label={t.rules.statuses} description={t.rules.emptyIsAny} placeholder={value.statuses?.length ? undefined : 'no_data'} value={value.statuses ?? []} onChange={(statuses) => set({ statuses: statuses.length > 0 ? statuses : undefined })} />}
      {kind === 'silence' && time('over', t.rules.silence, '5m')}
      {kind === 'dead_letters' && <Group grow>{number('count', t.rules.count)}{time('over', t.rules.within, '5m')}</Group>}
      <Group grow>{time('on_delay', t.rules.onDelay, '0s')}{time('off_delay', t.rules.offDelay, '5s')}</Group>
    </>
  );
}
