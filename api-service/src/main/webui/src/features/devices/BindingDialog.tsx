import { Button, Group, Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../../api/client';
import { deviceUrl, useDescription, useLayout } from '../../api/queries';
import type { BindingMode, Device } from '../../api/types';
import { ConditionFields } from '../../components/ConditionFields';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { DescriptionSelect } from './DescriptionSelect';
import { EdsChoice } from './EdsChoice';
import { Dialog } from '../../components/Dialog';

/** Chooses the description of a device and the parameter values that its process data depends on. */
export function BindingDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const binding = device.binding ?? {};
  const [mode, setMode] = useState<BindingMode>(binding.state === 'bound' ? binding.mode ?? 'automatic' : 'pinned');
  const [chosen, setChosen] = useState<string | null>(binding.description_id?.toString() ?? null);
  const [parameters, setParameters] = useState<Record<string, number>>(binding.parameters ?? {});
  const [eds, setEds] = useState<{ connection?: number; assembly?: string }>({ connection: binding.connection, assembly: binding.assembly });
  const current = useDescription(chosen ?? undefined);
  const effective = mode === 'pinned' ? chosen : binding.description_id?.toString() ?? null;
  const layout = useLayout(effective ?? undefined);

  const kind = (effective === chosen ? current.data?.kind : undefined) ?? layout.data?.kind;
  // What the device uses of an EDS goes with the binding: nothing is saved before the kind is known.
  const unknown = effective !== null && kind === undefined && !current.error && !layout.error;
  const save = useMutation({
    mutationFn: () => change<Device>('PUT', `${deviceUrl(device.device_id)}/binding`,
      { mode, parameters, ...(mode === 'pinned' ? { description_id: Number(chosen) } : {}), ...(kind === 'EDS' ? eds : {}) }),
    onSuccess: () => {
      notifications.show({ message: t.device.saved, color: 'teal' });
      void client.invalidateQueries();
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t.device.bindTitle(device.name ?? device.device_id)} size="lg">
      <form onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}>
        <Stack>
          <Radio.Group value={mode} onChange={(value) => setMode(value as BindingMode)} aria-label={t.devices.state}>
            <Stack gap="xs">
              <Radio value="automatic" label={t.device.automatic} />
              <Radio value="pinned" label={t.device.pinned} />
            </Stack>
          </Radio.Group>
          {mode === 'pinned' && <DescriptionSelect value={chosen} onChange={setChosen} />}
          <ConditionFields parameters={layout.data?.parameters ?? []} values={parameters} hint={t.device.parametersText}
            onChange={setParameters} frames={[...(layout.data?.in ?? []), ...(layout.data?.out ?? [])]} />
          {kind === 'EDS' && effective && <EdsChoice id={Number(effective)} {...eds} onChange={setEds} />}
          {save.error && <ProblemAlert error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t.common.cancel}</Button>
            <Button type="submit" loading={save.isPending} disabled={(mode === 'pinned' && !chosen) || unknown}>{t.common.save}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
