import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './styles.css';

import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { ApiError, get } from './api/client';
import { restoreSession, wasSignedIn } from './api/session';
import type { AuthConfig } from './api/types';
import { takeKioskKey } from './app/kioskKey';
import { LanguageProvider } from './app/LanguageProvider';
import { Questions } from './app/Questions';
import { router } from './app/routes';
import { readable, theme } from './app/theme';

takeKioskKey();
const scheme = localStorageColorSchemeManager({ key: 'greenstack-color-scheme' });
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      // A plant has its own network: what the browser thinks of the internet says nothing about the API.
      networkMode: 'always',
      // What the API refuses stays refused; what did not answer or broke may work the next time.
      retry: (count, error) => count < 2 && (!(error instanceof ApiError) || error.problem.status === 0
        || error.problem.status >= 502),
    },
    mutations: { networkMode: 'always' },
  },
});

/** A tab that was signed in takes up its session before the first request. */
async function restore() {
  if (wasSignedIn()) {
    const config = await get<AuthConfig>('/api/auth/config');
    if (config.oidc?.enabled) {
      await restoreSession(config.oidc);
    }
  }
}

void restore().catch(() => undefined).then(() => createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={readable} colorSchemeManager={scheme} defaultColorScheme="auto">
      <Notifications position="bottom-right" />
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <Questions>
            <RouterProvider router={router} />
          </Questions>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
));
