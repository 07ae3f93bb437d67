import { Autocomplete, Button, Group, NativeSelect, NumberInput, Stack, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, useGet } from '../../api/call';
import { Ask } from '../../components/Ask';
import { Dialog } from '../../components/Dialog';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { statusText } from '../../lib/numbers';
import { shownValue } from './shownValue';

/** Has a simulated device show a special value, or lets an event happen. */
export function ShowDialog({ id, onClose, onDone }: { id: string; onClose: () => void; onDone: () => void }) {
  const t = useText();
  const one = useGet('/api/simulations/{id}', { id });
  const [field, setField] = useState('');
  const [value, setValue] = useState('');
  const [seconds, setSeconds] = useState(30);
  const [code, setCode] = useState(36_352);
  const [mode, setMode] = useState('singleshot');
  const send = useMutation({ mutationFn: (action: () => Promise<unknown>) => action(), onSuccess: onDone });
  return (
    <Dialog opened onClose={onClose} title={id} size="lg">
      <Ask query={one}>{(data) => {
        const fields = data.fields ?? [];
        const chosen = fields.find((each) => each.key === field) ?? fields[0];
        return (
          <Stack>
            <Title order={3} size="h6">{t.simulations.showSomething}</Title>
            <Group align="flex-end" gap="xs">
              <NativeSelect label={t.simulations.field} value={chosen?.key ?? ''} data={fields.map((each) => each.key ?? '')} onChange={(event) => { setField(event.currentTarget.value); setValue(''); }} />
              <Autocomplete label={t.simulations.special} value={value} onChange={setValue} data={[...new Set([...(chosen?.specials ?? []), ...(chosen?.labels ?? [])])]} renderOption={({ option }) => statusText(option.value)} />
              <NumberInput label={t.simulations.seconds} w={100} min={1} max={86_400} allowDecimal={false} value={seconds} onChange={(next) => setSeconds(typeof next === 'number' ? next : 30)} />
              <Button loading={send.isPending} disabled={!chosen || !value.trim()} onClick={() => send.mutate(() => call('POST /api/simulations/{id}/show', { id }, { values: { [chosen!.key!]: shownValue(value) }, seconds }))}>{t.simulations.show}</Button>
            </Group>
            <Title order={3} size="h6">{t.simulations.event}</Title>
            <Group align="flex-end" gap="xs">
              <NumberInput label={t.simulations.code} w={130} min={0} max={65_535} allowDecimal={false} value={code} onChange={(next) => setCode(typeof next === 'number' ? next : 0)} />
              <NativeSelect label={t.events.mode} value={mode} data={(['singleshot', 'appears', 'disappears'] as const).map((each) => ({ value: each, label: t.events.modes[each] }))} onChange={(event) => setMode(event.currentTarget.value)} />
              <Button loading={send.isPending} onClick={() => send.mutate(() => call('POST /api/simulations/{id}/events', { id }, { code, mode }))}>{t.simulations.happen}</Button>
            </Group>
            {send.error && <ProblemAlert error={send.error} />}
          </Stack>
        );
      }}</Ask>
    </Dialog>
  );
}
