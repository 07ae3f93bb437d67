import { Anchor, Text } from '@mantine/core';
import { createBrowserRouter, Link } from 'react-router';
import { Page } from '../components/Page';
import { useText } from '../i18n';
import { Shell } from './Shell';

function NotFound() {
  const t = useText();
  return (
    <Page title="404">
      <Text>{t.app.notFound} <Anchor component={Link} to="/">{t.app.home}</Anchor></Text>
    </Page>
  );
}

/** Pages are loaded when they are opened, the chart library with the only page that needs it. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('../features/overview/OverviewPage')).OverviewPage }) },
      { path: 'catalog', lazy: async () => ({ Component: (await import('../features/catalog/CatalogPage')).CatalogPage }) },
      {
        path: 'catalog/:id',
        lazy: async () => ({ Component: (await import('../features/description/DescriptionPage')).DescriptionPage }),
      },
      { path: 'devices', lazy: async () => ({ Component: (await import('../features/devices/DevicesPage')).DevicesPage }) },
      { path: 'devices/:id', lazy: async () => ({ Component: (await import('../features/devices/DevicePage')).DevicePage }) },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
