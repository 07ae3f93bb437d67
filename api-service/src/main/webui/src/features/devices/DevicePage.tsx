import { Alert, Button, Group, Tabs, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useParams, useSearchParams } from 'react-router';
import { useLive } from '../../api/useLive';
import { useDevice } from '../../api/queries';
import { useKey } from '../../app/useKey';
import { BindingBadge, ConnectionBadge } from '../../components/Badges';
import { LinkIcon } from '../../components/Icons';
import { Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { AboutPanel } from './AboutPanel';
import { BindingDialog } from './BindingDialog';
import { HistoryPanel } from './HistoryPanel';
import { LivePanel } from './LivePanel';

/** One device: live values, history, what it is and what it is decoded with. */
export function DevicePage() {
  const t = useText();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const device = useDevice(id);
  const { key } = useKey();
  const live = useLive(id, key);
  const [binding, bindingActions] = useDisclosure();
  const tab = search.get('tab') ?? 'live';

  if (device.isLoading) {
    return <Loading />;
  }
  if (!device.data) {
    return <Page title={id}><ProblemAlert error={device.error} retry={() => void device.refetch()} /></Page>;
  }
  const data = device.data;
  const state = data.binding.state;
  return (
    <Page title={data.name ?? id} aside={
      <Button variant="light" size="sm" leftSection={<LinkIcon size={16} />} onClick={bindingActions.open}>{t.device.bind}</Button>
    }>
      <Group gap="xs" mt={-12}>
        <ConnectionBadge state={live.latest.data?.latest.connection_state} />
        <BindingBadge state={state} />
        {data.name && <Text size="sm" c="dimmed">{id}</Text>}
      </Group>
      {state !== 'BOUND' && (
        <Alert color="orange" title={state === 'DESCRIPTION_MISSING' ? t.device.missingTitle : t.device.identityTitle}>
          <Text size="sm" mb="xs">{state === 'DESCRIPTION_MISSING' ? t.device.missing : t.device.identityMissing}</Text>
          <Button component={Link} to="/catalog" size="compact-sm" variant="light" color="orange">{t.device.import}</Button>
        </Alert>
      )}
      <Tabs value={tab} keepMounted={false} onChange={(next) => setSearch((before) => {
        const params = new URLSearchParams(before);
        if (next && next !== 'live') {
          params.set('tab', next);
        } else {
          params.delete('tab');
        }
        return params;
      }, { replace: true })}>
        <Tabs.List>
          <Tabs.Tab value="live">{t.device.live}</Tabs.Tab>
          <Tabs.Tab value="history">{t.device.history}</Tabs.Tab>
          <Tabs.Tab value="about">{t.device.about}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="live" pt="md"><LivePanel live={live} /></Tabs.Panel>
        <Tabs.Panel value="history" pt="md"><HistoryPanel id={id} values={live.values} /></Tabs.Panel>
        <Tabs.Panel value="about" pt="md"><AboutPanel device={data} /></Tabs.Panel>
      </Tabs>
      {binding && <BindingDialog device={data} onClose={bindingActions.close} />}
    </Page>
  );
}
