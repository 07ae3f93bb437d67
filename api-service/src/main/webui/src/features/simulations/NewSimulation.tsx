import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import { useLayout } from '../../api/queries';
import { ConditionFields } from '../../components/ConditionFields';
import { Dialog } from '../../components/Dialog';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { DescriptionSelect } from '../devices/DescriptionSelect';

/** Makes a simulated device of a description of the catalog. */
export function NewSimulation({ description, onClose, onMade }: { description?: string; onClose: () => void; onMade: () => void }) {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(description ?? null);
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [interval, setInterval] = useState<number | undefined>(1000);
  const [events, setEvents] = useState(true);
  const [parameters, setParameters] = useState<Record<string, number>>({});
  const layout = useLayout(chosen ?? undefined);
  const make = useMutation({
    mutationFn: () => call('POST /api/simulations', {}, {
      description_id: Number(chosen), device_id: id.trim() || undefined, name: name.trim() || undefined, interval_ms: interval, events, parameters: Object.keys(parameters).length > 0 ? parameters : undefined,
    }),
    onSuccess: onMade,
  });
  return (
    <Dialog opened onClose={onClose} title={t.simulations.make} size="lg">
      <form onSubmit={(event) => { event.preventDefault(); make.mutate(); }}>
        <Stack gap="sm">
          <DescriptionSelect data-autofocus value={chosen} onChange={setChosen} />
          <Group grow align="flex-start">
            <TextInput label={t.events.deviceId} placeholder={t.simulations.idAuto} maxLength={64} value={id} onChange={(event) => setId(event.currentTarget.value)} />
            <TextInput label={t.common.name} maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <NumberInput label={t.simulations.interval} min={200} max={3_600_000} step={100} allowDecimal={false} value={interval ?? ''} onChange={(value) => setInterval(typeof value === 'number' ? value : undefined)} />
          </Group>
          <Checkbox label={t.simulations.events} checked={events} onChange={(event) => setEvents(event.currentTarget.checked)} />
          <ConditionFields parameters={layout.data?.parameters ?? []} values={parameters} hint={t.device.parametersText} onChange={setParameters} frames={[...(layout.data?.in ?? []), ...(layout.data?.out ?? [])]} />
          {make.error && <ProblemAlert error={make.error} />}
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t.common.cancel}</Button><Button type="submit" loading={make.isPending} disabled={!chosen}>{t.simulations.make}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
