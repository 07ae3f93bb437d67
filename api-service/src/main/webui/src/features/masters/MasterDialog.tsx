import { Button, Checkbox, Group, NativeSelect, PasswordInput, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import type { Master, MasterRequest } from '../../api/types';
import { Dialog } from '../../components/Dialog';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { requestOf } from './masterRequest';
import { Trial } from './Trial';

const KINDS = ['ifm_http', 'ifm_mqtt', 'json_io_link', 'ice2', 'json_io_link_mqtt'] as const;
/** Reached over the broker: the address is a topic, and there is no login. */
const ON_BROKER: ReadonlyArray<MasterRequest['kind']> = ['ice2', 'json_io_link_mqtt'];

/** Adds a master or changes one; it can be tried before it is kept. */
export function MasterDialog({ master, onClose, onSaved }: { master?: Master; onClose: () => void; onSaved: () => void }) {
  const t = useText();
  const [value, setValue] = useState<MasterRequest>(requestOf(master));
  const set = (changes: Partial<MasterRequest>) => setValue((before) => ({ ...before, ...changes }));
  const setKind = (kind: MasterRequest['kind']) => set(ON_BROKER.includes(kind) ? { kind, username: undefined, password: undefined } : { kind });
  const text = (name: 'id' | 'name' | 'address' | 'interval' | 'username' | 'location', label: string, more: { placeholder?: string; description?: string; required?: boolean; maxLength: number; disabled?: boolean }) => (
    <TextInput data-autofocus={name === 'address' || undefined} label={label} {...more} value={value[name] ?? ''} onChange={(event) => set({ [name]: event.currentTarget.value || undefined })} />
  );
  const onBroker = ON_BROKER.includes(value.kind);
  const save = useMutation({
    mutationFn: () => (master ? call('PUT /api/masters/{id}', { id: master.id! }, value) : call('POST /api/masters', {}, value)),
    onSuccess: onSaved,
  });
  const trial = useMutation({ mutationFn: () => call('POST /api/masters/test', {}, value) });
  return (
    <Dialog opened onClose={onClose} title={master ? t.masters.change : t.masters.add} size="lg">
      <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            {text('address', onBroker ? t.masters.topic : t.masters.address, { placeholder: onBroker ? 'hall1/ice2-17' : '192.168.0.10', required: true, maxLength: 300, description: onBroker ? t.masters.topicText : t.masters.addressText })}
            <NativeSelect label={t.masters.kind} description={t.masters.kindText} value={value.kind} data={KINDS.map((kind) => ({ value: kind, label: t.masters.kinds[kind] }))} onChange={(event) => setKind(event.currentTarget.value as MasterRequest['kind'])} />
          </Group>
          <Group grow align="flex-start">
            {text('name', t.common.name, { maxLength: 200 })}
            {!master && text('id', t.masters.id, { placeholder: t.masters.idAuto, maxLength: 24 })}
            {text('interval', t.masters.interval, { placeholder: '500ms', maxLength: 20 })}
          </Group>
          {!onBroker && <Group grow align="flex-start">
            {text('username', t.masters.user, { maxLength: 100 })}
            <PasswordInput label={t.masters.password} placeholder={master?.has_password ? t.masters.passwordKept : undefined} autoComplete="new-password" maxLength={200} value={value.password ?? ''}
              visibilityToggleButtonProps={{ 'aria-label': t.masters.passwordShow }} onChange={(event) => set({ password: event.currentTarget.value || undefined })} />
          </Group>}
          {/^https:/i.test(value.address) && <Checkbox label={t.masters.verify} checked={value.verify_certificate ?? true} onChange={(event) => set({ verify_certificate: event.currentTarget.checked })} />}
          {text('location', t.device.location, { maxLength: 200 })}
          <Textarea label={t.device.notes} autosize minRows={1} maxRows={5} maxLength={2000} value={value.notes ?? ''} onChange={(event) => set({ notes: event.currentTarget.value || undefined })} />
          <Switch label={t.masters.enabled} checked={value.enabled ?? true} onChange={(event) => set({ enabled: event.currentTarget.checked })} />
          {trial.data && <Trial trial={trial.data} />}
          {(save.error ?? trial.error) && <ProblemAlert error={save.error ?? trial.error} />}
          <Group justify="space-between">
            <Button variant="light" loading={trial.isPending} disabled={!value.address} onClick={() => trial.mutate()}>{t.masters.test}</Button>
            <Group gap="xs"><Button variant="default" onClick={onClose}>{t.common.cancel}</Button><Button type="submit" loading={save.isPending} disabled={!value.address}>{t.common.save}</Button></Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
