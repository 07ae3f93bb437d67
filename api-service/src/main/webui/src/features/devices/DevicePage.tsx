import { Button, Group, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { deviceUrl, useDevice } from '../../api/queries';
import { useLive } from '../../api/useLive';
import { useMay } from '../../app/useRole';
import { BindingBadge, ClockBadge, ConnectionBadge } from '../../components/Badges';
import { LinkIcon } from '../../components/Icons';
import { Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { UrlTabs } from '../../components/UrlTabs';
import { useText } from '../../i18n';
import { GenerateTab } from '../description/GenerateTab';
import { AboutTab } from './AboutTab';
import { BindingAlert } from './BindingAlert';
import { BindingDialog } from './BindingDialog';
import { CommandsTab } from './CommandsTab';
import { DeviceEventsTab } from './DeviceEventsTab';
import { Labels } from './Labels';
import { LiveTab } from './LiveTab';
import { RawTab } from './RawTab';
import { SetTab } from './sets/SetTab';
import { TwinTab } from './twin/TwinTab';

// The chart library comes with the only tab that needs it.
const HistoryTab = lazy(() => import('./history/HistoryTab'));

/** One device: live values, history, twin, commands, events, messages, and what it is. */
export function DevicePage() {
  const t = useText();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const device = useDevice(id);
  const live = useLive(id);
  const operator = useMay('operator');
  const up = { to: '/devices', label: t.devices.title };
  const bind = (on: boolean) => setSearch((before) => {
    const next = new URLSearchParams(before);
    if (on) {
      next.set('bind', '1');
    } else {
      next.delete('bind');
    }
    return next;
  }, { replace: true });
  if (!device.data) {
    return <Page title={id} up={up}>{device.error ? <ProblemAlert error={device.error} retry={() => void device.refetch()} /> : <Loading />}</Page>;
  }
  const data = device.data;
  const tabs = t.device.tabs;
  const bound = data.binding?.description_id;
  return (
    <Page title={data.name ?? id} up={up}
      aside={operator && <Button variant="light" size="xs" leftSection={<LinkIcon size={16} />} onClick={() => bind(true)}>{t.device.bind}</Button>}>
      <Group gap="xs" mt={-8}>
        <ConnectionBadge state={live.latest.data?.latest.connection_state ?? data.connection?.state} />
        <ClockBadge aheadMs={live.latest.data?.latest.clock_ahead_ms ?? data.connection?.clock_ahead_ms} />
        <BindingBadge state={data.binding?.state} />
        {data.name && <Text size="sm" c="dimmed">{id}</Text>}
        {data.location && <Text size="sm" c="dimmed">{data.location}</Text>}
        <Labels labels={data.labels} />
      </Group>
      <BindingAlert device={data} live={live} onBind={operator ? () => bind(true) : undefined} />
      <UrlTabs label={data.name ?? id} tabs={[
        { value: 'live', label: tabs.live, panel: () => <LiveTab id={id} live={live} description={bound} /> },
        { value: 'history', label: tabs.history, panel: () => <Suspense fallback={<Loading />}><HistoryTab id={id} values={live.values} /></Suspense> },
        { value: 'twin', label: tabs.twin, panel: () => <TwinTab id={id} description={data.identity?.kind === 'EDS' ? undefined : bound} /> },
        ...(bound ? [{ value: 'set', label: tabs.set, panel: () => <SetTab id={id} /> }] : []),
        { value: 'commands', label: tabs.commands, panel: () => <CommandsTab id={id} description={data.identity?.kind === 'EDS' ? undefined : bound} master={data.master !== undefined} /> },
        { value: 'events', label: tabs.events, panel: () => <DeviceEventsTab id={id} /> },
        { value: 'raw', label: tabs.raw, panel: () => <RawTab id={id} live={live} description={bound} /> },
        ...(bound ? [{
          value: 'generate', label: tabs.generate,
          panel: () => <GenerateTab base={deviceUrl(id)} tables={[
            { path: `${deviceUrl(id)}/telemetry/history/export`, label: t.generate.history },
            { path: `${deviceUrl(id)}/events/export`, label: t.generate.events },
          ]} />,
        }] : []),
        { value: 'about', label: tabs.about, panel: () => <AboutTab device={data} /> },
      ]} />
      {search.get('bind') && <BindingDialog device={data} onClose={() => bind(false)} />}
    </Page>
  );
}
