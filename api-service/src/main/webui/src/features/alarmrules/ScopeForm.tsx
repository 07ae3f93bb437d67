import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { AlarmScope } from '../../api/types';
import { useText } from '../../i18n';

const TYPES = ['all', 'device', 'label', 'description'] as const;

/** The devices that a rule holds for. */
export function ScopeForm({ value, onChange }: { value: AlarmScope; onChange: (next: AlarmScope) => void }) {
  const t = useText();
  return (
    <Group grow align="flex-end">
      <NativeSelect label={t.rules.holdsFor} value={value.type} data={TYPES.map((type) => ({ value: type, label: t.rules.scopes[type] }))} onChange={(event) => onChange({ type: event.currentTarget.value as (typeof TYPES)[number] })} />
      {value.type === 'device' && <TextInput label={t.events.deviceId} required value={value.device_id ?? ''} maxLength={64} onChange={(event) => onChange({ type: 'device', device_id: event.currentTarget.value.trim() })} />}
      {value.type === 'label' && <TextInput label={t.wall.label} placeholder="line=4" required value={value.label ?? ''} maxLength={200} onChange={(event) => onChange({ type: 'label', label: event.currentTarget.value })} />}
      {value.type === 'description' && <NumberInput label={t.rules.descriptionId} required allowDecimal={false} value={value.description_id ?? ''} onChange={(next) => onChange({ type: 'description', description_id: typeof next === 'number' ? next : undefined })} />}
    </Group>
  );
}
