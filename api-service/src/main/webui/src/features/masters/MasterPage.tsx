import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { call, useGet } from '../../api/call';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useListParams } from '../../components/useListParams';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { MasterDialog } from './MasterDialog';
import { MasterStateBadge } from './MasterStateBadge';
import { PortsTable } from './PortsTable';
import { Trial } from './Trial';

/** One master: how it is with it, what it is, and its ports. */
export function MasterPage() {
  const t = useText();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const operator = useMay('operator');
  const { params, set } = useListParams();
  const master = useGet('/api/masters/{id}', { id }, {}, { refetchInterval: 3000 });
  const trial = useMutation({ mutationFn: () => call('POST /api/masters/{id}/test', { id }) });
  const remove = useMutation({ mutationFn: () => call('DELETE /api/masters/{id}', { id }), onSuccess: () => navigate('/masters') });
  const ask = () => modals.openConfirmModal({
    title: t.common.delete, children: <Text size="sm">{t.masters.removeText(master.data?.name ?? id)}</Text>, labels: { confirm: t.common.delete, cancel: t.common.cancel }, confirmProps: { color: 'red' },
    onConfirm: () => remove.mutate(),
  });
  return (
    <Page title={master.data?.name ?? id} up={{ to: '/masters', label: t.nav.masters }} aside={operator && master.data && (
      <Group gap="xs">
        <Button size="xs" variant="light" loading={trial.isPending} onClick={() => trial.mutate()}>{t.masters.test}</Button>
        <Button size="xs" variant="light" onClick={() => set({ edit: '1' })}>{t.twin.edit}</Button>
        <Button size="xs" variant="subtle" color="red" onClick={ask}>{t.common.delete}</Button>
      </Group>
    )}>
      {(trial.error ?? remove.error) && <ProblemAlert error={trial.error ?? remove.error} />}
      {trial.data && <Trial trial={trial.data} />}
      <Ask query={master}>{(data) => (
        <Stack>
          <Group gap="xs" mt={-8}><MasterStateBadge state={data.state} /><Text size="sm" c="dimmed">{data.since && t.masters.sinceIs(timeText(data.since))}</Text></Group>
          {data.error && <Alert color="red" title={data.state && t.masters.states[data.state]}>{data.error}</Alert>}
          <Block title={t.masters.ports}><PortsTable id={id} /></Block>
          <Block title={t.masters.about}>
            <Facts rows={[
              [t.masters.address, data.address], [t.masters.kind, data.kind && t.masters.kinds[data.kind]], [t.masters.interval, data.interval], [t.masters.readTakes, data.read_ms !== undefined && `${data.read_ms} ms`],
              [t.masters.lastContact, timeText(data.last_contact)], [t.common.vendor, data.identity?.vendor], [t.common.product, data.identity?.product], [t.masters.firmware, data.identity?.firmware],
              [t.device.serial, data.identity?.serial], [t.masters.user, data.username], [t.device.location, data.location], [t.device.notes, data.notes],
            ]} />
          </Block>
          {params.get('edit') && operator && <MasterDialog master={data} onClose={() => set({ edit: null })} onSaved={() => { set({ edit: null }); void master.refetch(); }} />}
        </Stack>
      )}</Ask>
    </Page>
  );
}
