import { Anchor, Text } from '@mantine/core';
import { createBrowserRouter, Link, type RouteObject } from 'react-router';
import { Page } from '../components/Page';
import { useText } from '../i18n';
import { RouteError } from './RouteError';
import { Shell } from './Shell';

function NotFound() {
  const t = useText();
  return (
    <Page title="404">
      <Text>{t.app.notFound} <Anchor component={Link} to="/">{t.app.home}</Anchor></Text>
    </Page>
  );
}

/** Pages are loaded when they are opened; one that fails or cannot be fetched leaves the frame as it is. */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('../features/overview/OverviewPage')).OverviewPage }) },
  { path: 'catalog', lazy: async () => ({ Component: (await import('../features/catalog/CatalogPage')).CatalogPage }) },
  { path: 'catalog/compare', lazy: async () => ({ Component: (await import('../features/catalog/ComparePage')).ComparePage }) },
  { path: 'catalog/:id', lazy: async () => ({ Component: (await import('../features/description/DescriptionPage')).DescriptionPage }) },
  { path: 'search', lazy: async () => ({ Component: (await import('../features/search/SearchPage')).SearchPage }) },
  { path: 'imports', lazy: async () => ({ Component: (await import('../features/imports/ImportsPage')).ImportsPage }) },
  { path: 'imports/:id', lazy: async () => ({ Component: (await import('../features/imports/ImportPage')).ImportPage }) },
  { path: 'devices', lazy: async () => ({ Component: (await import('../features/devices/DevicesPage')).DevicesPage }) },
  { path: 'devices/:id', lazy: async () => ({ Component: (await import('../features/devices/DevicePage')).DevicePage }) },
  { path: 'devices/:id/sheet', lazy: async () => ({ Component: (await import('../features/sheet/DeviceSheetPage')).DeviceSheetPage }) },
  { path: 'masters', lazy: async () => ({ Component: (await import('../features/masters/MastersPage')).MastersPage }) },
  { path: 'masters/:id', lazy: async () => ({ Component: (await import('../features/masters/MasterPage')).MasterPage }) },
  { path: 'mappings', lazy: async () => ({ Component: (await import('../features/mappings/MappingsPage')).MappingsPage }) },
  { path: 'mappings/:id', lazy: async () => ({ Component: (await import('../features/mappings/MappingPage')).MappingPage }) },
  { path: 'simulations', lazy: async () => ({ Component: (await import('../features/simulations/SimulationsPage')).SimulationsPage }) },
  { path: 'source', lazy: async () => ({ Component: (await import('../features/source/SourcePage')).SourcePage }) },
  { path: 'outputs', lazy: async () => ({ Component: (await import('../features/outputs/OutputsPage')).OutputsPage }) },
  { path: 'wall', lazy: async () => ({ Component: (await import('../features/wall/WallPage')).WallPage }) },
  { path: 'missing', lazy: async () => ({ Component: (await import('../features/devices/MissingPage')).MissingPage }) },
  { path: 'alarms', lazy: async () => ({ Component: (await import('../features/alarms/AlarmsPage')).AlarmsPage }) },
  { path: 'alarm-rules', lazy: async () => ({ Component: (await import('../features/alarmrules/AlarmRulesPage')).AlarmRulesPage }) },
  { path: 'alarm-channels', lazy: async () => ({ Component: (await import('../features/alarmchannels/AlarmChannelsPage')).AlarmChannelsPage }) },
  { path: 'events', lazy: async () => ({ Component: (await import('../features/events/EventsPage')).EventsPage }) },
  { path: 'mqtt', lazy: async () => ({ Component: (await import('../features/mqtt/MqttPage')).MqttPage }) },
  { path: 'dead-letters', lazy: async () => ({ Component: (await import('../features/deadletters/DeadLettersPage')).DeadLettersPage }) },
  { path: 'services', lazy: async () => ({ Component: (await import('../features/services/ServicesPage')).ServicesPage }) },
  { path: 'keys', lazy: async () => ({ Component: (await import('../features/keys/KeysPage')).KeysPage }) },
  { path: 'cache', lazy: async () => ({ Component: (await import('../features/cache/CachePage')).CachePage }) },
  { path: 'maintenance', lazy: async () => ({ Component: (await import('../features/maintenance/MaintenancePage')).MaintenancePage }) },
  { path: 'audit', lazy: async () => ({ Component: (await import('../features/audit/AuditPage')).AuditPage }) },
  { path: 'settings', lazy: async () => ({ Component: (await import('../features/settings/SettingsPage')).SettingsPage }) },
  { path: 'about', lazy: async () => ({ Component: (await import('../features/about/AboutPage')).AboutPage }) },
  { path: 'signed-in', lazy: async () => ({ Component: (await import('./SignedInPage')).SignedInPage }) },
  { path: '*', element: <NotFound /> },
];

export const router = createBrowserRouter([{
  path: '/hall',
  errorElement: <RouteError />,
  hydrateFallbackElement: <></>,
  lazy: async () => ({ Component: (await import('../features/hall/HallPage')).HallPage }),
}, {
  element: <Shell />,
  errorElement: <RouteError />,
  hydrateFallbackElement: <></>,
  children: [{ errorElement: <RouteError />, children: pages }],
}]);
