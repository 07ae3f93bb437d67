import type { ReactNode } from 'react';
import {
  BellIcon, CacheIcon, CatalogIcon, DeadIcon, DeviceIcon, DocsIcon, EventIcon, GridIcon, HelpIcon, ImportIcon, KeyIcon, LinkIcon, ListIcon, MasterIcon, MqttIcon, OverviewIcon, PlayIcon, SearchIcon, ServiceIcon, SettingsIcon, ShareIcon, WarningIcon,
} from '../components/Icons';
import { useText } from '../i18n';
import { useMay } from './useRole';

export interface AppPage {
  to: string;
  label: string;
  icon: ReactNode;
  group: 'main' | 'operations';
}

/** The pages that the navigation and the finder offer; what the key does not allow is not there. */
export function usePages(): AppPage[] {
  const t = useText();
  const admin = useMay('admin');
  const pages: AppPage[] = [
    { to: '/', label: t.nav.overview, icon: <OverviewIcon />, group: 'main' },
    { to: '/search', label: t.nav.search, icon: <SearchIcon />, group: 'main' },
    { to: '/catalog', label: t.nav.catalog, icon: <CatalogIcon />, group: 'main' },
    { to: '/imports', label: t.nav.imports, icon: <ImportIcon />, group: 'main' },
    { to: '/devices', label: t.nav.devices, icon: <DeviceIcon />, group: 'main' },
    { to: '/masters', label: t.nav.masters, icon: <MasterIcon />, group: 'main' },
    { to: '/wall', label: t.nav.wall, icon: <GridIcon />, group: 'main' },
    { to: '/missing', label: t.nav.missing, icon: <WarningIcon />, group: 'main' },
    { to: '/alarms', label: t.nav.alarms, icon: <BellIcon />, group: 'main' },
    { to: '/alarm-rules', label: t.nav.alarmRules, icon: <SettingsIcon />, group: 'main' },
    ...(admin ? [{ to: '/alarm-channels', label: t.nav.alarmChannels, icon: <BellIcon />, group: 'main' as const }] : []),
    { to: '/events', label: t.nav.events, icon: <EventIcon />, group: 'main' },
    { to: '/mappings', label: t.nav.mappings, icon: <LinkIcon />, group: 'operations' },
    { to: '/simulations', label: t.nav.simulations, icon: <PlayIcon />, group: 'operations' },
    { to: '/source', label: t.nav.source, icon: <DocsIcon />, group: 'operations' },
    { to: '/outputs', label: t.nav.outputs, icon: <ShareIcon />, group: 'operations' },
    { to: '/mqtt', label: t.nav.mqtt, icon: <MqttIcon />, group: 'operations' },
    { to: '/dead-letters', label: t.nav.deadLetters, icon: <DeadIcon />, group: 'operations' },
    { to: '/services', label: t.nav.services, icon: <ServiceIcon />, group: 'operations' },
  ];
  pages.push({ to: '/cache', label: t.nav.cache, icon: <CacheIcon />, group: 'operations' });
  if (admin) {
    pages.push(
      { to: '/maintenance', label: t.nav.maintenance, icon: <ListIcon />, group: 'operations' },
      { to: '/keys', label: t.nav.keys, icon: <KeyIcon />, group: 'operations' },
      { to: '/audit', label: t.nav.audit, icon: <ListIcon />, group: 'operations' },
      { to: '/about', label: t.nav.about, icon: <HelpIcon />, group: 'operations' },
    );
  }
  pages.push({ to: '/settings', label: t.nav.settings, icon: <SettingsIcon />, group: 'operations' });
  return pages;
}

/** The page that an address belongs to: the one with the longest path in front. */
export function pageOf(pages: AppPage[], pathname: string): AppPage | undefined {
  return pages.filter((page) => (page.to === '/' ? pathname === '/' : pathname === page.to || pathname.startsWith(`${page.to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0];
}
