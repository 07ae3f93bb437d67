import {
  ActionIcon, Anchor, AppShell, Burger, Group, NavLink, Text, Tooltip, useComputedColorScheme, useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { CatalogIcon, DeviceIcon, DocsIcon, KeyIcon, MoonIcon, OverviewIcon, SunIcon } from '../components/Icons';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { useText } from '../i18n';
import { KeyDialog } from './KeyDialog';

/** The frame around all pages: header, navigation, content. */
export function Shell() {
  const t = useText();
  const [menu, { toggle, close }] = useDisclosure();
  const [keyDialog, keyActions] = useDisclosure();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const { pathname } = useLocation();
  useEffect(close, [pathname, close]);

  const pages = [
    { to: '/', label: t.nav.overview, icon: <OverviewIcon />, active: pathname === '/' },
    { to: '/catalog', label: t.nav.catalog, icon: <CatalogIcon />, active: pathname.startsWith('/catalog') },
    { to: '/devices', label: t.nav.devices, icon: <DeviceIcon />, active: pathname.startsWith('/devices') },
  ];

  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 210, breakpoint: 'sm', collapsed: { mobile: !menu } }} padding="md">
      <AppShell.Header>
        <a href="#content" className="skip-link">{t.app.skip}</a>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={menu} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t.app.menu} />
            <Anchor component={Link} to="/" underline="never" c="inherit">
              <Group gap={8} wrap="nowrap">
                <img src="/favicon.svg" width={26} height={26} alt="" />
                <Text fw={700} size="lg">{t.app.name}</Text>
              </Group>
            </Anchor>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Tooltip label={t.app.keyChange}>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.app.keyChange} onClick={keyActions.open}>
                <KeyIcon />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t.app.scheme}>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.app.scheme}
                onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}>
                {scheme === 'dark' ? <SunIcon /> : <MoonIcon />}
              </ActionIcon>
            </Tooltip>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t.app.menu}>
        <AppShell.Section grow>
          {pages.map((page) => (
            <NavLink key={page.to} component={Link} to={page.to} label={page.label} leftSection={page.icon}
              active={page.active} aria-current={page.active ? 'page' : undefined} className="nav-link" />
          ))}
        </AppShell.Section>
        <AppShell.Section>
          <NavLink href="/docs" label={t.app.apiDocs} leftSection={<DocsIcon />} className="nav-link" />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="content">
          <ErrorBoundary key={pathname}>
            <Outlet />
          </ErrorBoundary>
        </div>
      </AppShell.Main>
      <KeyDialog opened={keyDialog} onClose={keyActions.close} />
    </AppShell>
  );
}
