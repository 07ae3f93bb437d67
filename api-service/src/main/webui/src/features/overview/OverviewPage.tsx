import { SimpleGrid } from '@mantine/core';
import { useGet, useList } from '../../api/call';
import { useDescriptions, useDevices } from '../../api/queries';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { ActiveEvents } from './ActiveEvents';
import { Attention } from './Attention';
import { Figure } from './Figure';
import { FlowFigures } from './FlowFigures';
import { LastImports } from './LastImports';
import { ServiceHealth } from './ServiceHealth';
import { StartHere } from './StartHere';

const EVERY = { refetchInterval: 10_000 };

/** The plant at a glance. Every figure comes from the API and leads to its list; what is not known yet says so. */
export function OverviewPage() {
  const t = useText();
  const all = useDevices({ size: 1 });
  const connected = useDevices({ connection: 'connected', size: 1 });
  const silent = useDevices({ connection: 'silent', size: 1 });
  const offline = useDevices({ connection: 'disconnected', size: 1 });
  const missing = useList('/api/devices/missing-descriptions', {}, { size: 1 }, EVERY);
  const catalog = useDescriptions({ size: 1 });
  const iodd = useDescriptions({ kind: 'IODD', size: 1 });
  const events = useList('/api/events', {}, { active: 'true', size: 1 }, EVERY);
  const alarms = useGet('/api/alarms/summary', {}, {}, EVERY);
  const dead = useGet('/api/dead-letters/summary', {}, {}, EVERY);
  const breakers = useGet('/api/breakers', {}, {}, EVERY);
  const letters = dead.data?.reduce((sum, each) => sum + (each.total ?? 0), 0);
  const reasons = new Map<string, number>();
  dead.data?.forEach((each) => Object.entries(each.reasons ?? {}).forEach(([name, count]) => reasons.set(name, (reasons.get(name) ?? 0) + count)));
  const open = breakers.data?.filter((each) => each.state !== 'closed');
  const total = all.data?.total;
  return (
    <Page title={t.overview.title}>
      {all.error && all.data === undefined && <ProblemAlert error={all.error} retry={() => void all.refetch()} />}
      {(catalog.data?.total === 0 || total === 0) && <StartHere descriptions={catalog.data?.total} devices={total} />}
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
        <Figure label={t.overview.devices} value={total} to="/devices" hint={t.overview.registered} failed={!!all.error} />
        <Figure label={t.overview.states.connected} value={connected.data?.total} to="/devices?connection=connected" hint={total === undefined ? undefined : t.overview.ofAll(total)} failed={!!connected.error} />
        <Figure label={t.overview.states.silent} value={silent.data?.total} to="/devices?connection=silent" warn={!!silent.data?.total} hint={t.overview.silentText} failed={!!silent.error} />
        <Figure label={t.overview.states.disconnected} value={offline.data?.total} to="/devices?connection=disconnected" warn={!!offline.data?.total} hint={t.overview.offlineText} failed={!!offline.error} />
        <Figure label={t.overview.missing} value={missing.data?.total} to="/missing" warn={!!missing.data?.total} failed={!!missing.error}
          hint={missing.data && (missing.data.total > 0 ? t.overview.missingSome : t.overview.missingNone)} />
        <FlowFigures />
        <Figure label={t.overview.catalog} value={catalog.data?.total} to="/catalog" failed={!!catalog.error}
          hint={catalog.data && iodd.data && t.overview.kinds(iodd.data.total, catalog.data.total - iodd.data.total)} />
        <Figure label={t.nav.alarms} value={alarms.data?.active?.all} to="/alarms" warn={!!alarms.data?.active?.all} failed={!!alarms.error}
          hint={alarms.data && t.overview.alarmsText(alarms.data.active?.urgent ?? 0, alarms.data.shelved?.all ?? 0)} />
        <Figure label={t.overview.events} value={events.data?.total} to="/events" warn={!!events.data?.total} hint={events.data && (events.data.total > 0 ? t.overview.eventsSome : t.overview.eventsNone)} failed={!!events.error} />
        <Figure label={t.overview.deadLetters} value={letters} to="/dead-letters" warn={!!letters} failed={!!dead.error}
          hint={letters === undefined ? undefined : letters === 0 ? t.overview.deadNone : [...reasons].map(([name, count]) => `${name} ${count}`).join(', ')} />
        <Figure label={t.overview.breakers} value={open?.length} to="/services" warn={!!open?.length} failed={!!breakers.error}
          hint={open && (open.length === 0 ? t.overview.breakersNone(breakers.data!.length) : open.map((each) => `${each.service} → ${each.name}`).join(', '))} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Attention />
        <ActiveEvents />
        <ServiceHealth />
        <LastImports />
      </SimpleGrid>
    </Page>
  );
}
