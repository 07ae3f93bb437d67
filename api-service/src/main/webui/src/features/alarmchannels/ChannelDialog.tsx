import { Button, Checkbox, Group, NativeSelect, Stack, TagsInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import type { AlarmChannel } from '../../api/types';
import { Dialog } from '../../components/Dialog';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { PRIORITIES } from '../alarms/AlarmBadges';
import { ScopeForm } from '../alarmrules/ScopeForm';
import { REASONS, requestOf } from './channelTexts';
import { TemplateFields } from './TemplateFields';

const NEW: Partial<AlarmChannel> = { type: 'webhook', min_priority: 'low', scope: { type: 'all' }, told: ['raised', 'cleared'], enabled: true };

/** Makes a channel, or changes one. What the API does not accept it says itself. */
export function ChannelDialog({ channel, onClose, onSaved }: { channel?: AlarmChannel; onClose: () => void; onSaved: (made?: AlarmChannel) => void }) {
  const t = useText();
  const [value, setValue] = useState<Partial<AlarmChannel>>(channel ?? NEW);
  const set = (changes: Partial<AlarmChannel>) => setValue((before) => ({ ...before, ...changes }));
  const save = useMutation({
    mutationFn: () => (channel ? call('PUT /api/alarm-channels/{id}', { id: channel.id! }, requestOf(value)) : call('POST /api/alarm-channels', {}, requestOf(value))),
    onSuccess: onSaved,
  });
  const told = value.told ?? [];
  const time = (name: 'after' | 'gather' | 'repeat', placeholder: string) => (
    <TextInput label={t.channels[name]} placeholder={placeholder} value={value[name] ?? ''} maxLength={20} onChange={(event) => set({ [name]: event.currentTarget.value.trim() })} />
  );
  return (
    <Dialog opened onClose={onClose} title={channel ? t.channels.change : t.channels.make} size="lg">
      <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <Stack gap="sm">
          <Group grow>
            <TextInput data-autofocus label={t.common.name} required value={value.name ?? ''} maxLength={200} onChange={(event) => set({ name: event.currentTarget.value })} />
            <NativeSelect label={t.channels.type} value={value.type} data={(['webhook', 'email'] as const).map((type) => ({ value: type, label: t.channels.types[type] }))} onChange={(event) => set({ type: event.currentTarget.value as 'webhook' | 'email' })} />
          </Group>
          {value.type === 'webhook'
            ? <TextInput label={t.channels.url} description={t.channels.urlText} type="url" required placeholder="https://" value={value.url ?? ''} onChange={(event) => set({ url: event.currentTarget.value.trim() })} />
            : <TagsInput label={t.channels.recipients} description={t.channels.recipientsText} required value={value.recipients ?? []} maxTags={20} onChange={(recipients) => set({ recipients })} />}
          <Group grow align="flex-end">
            <NativeSelect label={t.channels.least} value={value.min_priority} data={PRIORITIES.map((each) => ({ value: each, label: t.alarms.priorities[each] }))} onChange={(event) => set({ min_priority: event.currentTarget.value as AlarmChannel['min_priority'] })} />
            <Checkbox.Group label={t.channels.told} value={told} onChange={(next) => set({ told: next as AlarmChannel['told'] })}>
              <Group gap="sm" mt={4}>{REASONS.map((each) => <Checkbox key={each} value={each} label={t.channels.reasons[each]} disabled={told.length === 1 && told[0] === each} />)}</Group>
            </Checkbox.Group>
          </Group>
          <ScopeForm value={value.scope ?? { type: 'all' }} onChange={(scope) => set({ scope })} />
          <Group grow align="flex-end">{time('after', '0s')}{time('gather', '10s')}{time('repeat', t.channels.never)}</Group>
          <TemplateFields value={value} onChange={set} />
          {save.error && <ProblemAlert error={save.error} />}
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t.common.cancel}</Button><Button type="submit" loading={save.isPending} disabled={!value.name?.trim()}>{t.common.save}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
