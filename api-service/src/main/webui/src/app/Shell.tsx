import { ActionIcon, Anchor, AppShell, Burger, Button, Group, Kbd, NavLink, ScrollArea, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useEffect } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { DocsIcon, HelpIcon, SearchIcon } from '../components/Icons';
import { useText } from '../i18n';
import { AlarmBell } from './AlarmBell';
import { ConnectionBanner } from './ConnectionBanner';
import { Finder } from './Finder';
import { HelpSheet } from './HelpSheet';
import { KeyDialog } from './KeyDialog';
import { pageOf, usePages } from './pages';
import { SettingsMenu } from './SettingsMenu';
import { UserMenu } from './UserMenu';
import { useBranding } from './useBranding';
import { useShortcuts } from './useShortcuts';

/** The frame around all pages: header, navigation, content. */
export function Shell() {
  const t = useText();
  const [menu, { toggle, close }] = useDisclosure();
  const [keyDialog, keyActions] = useDisclosure();
  const [help, helpActions] = useDisclosure();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const pages = usePages();
  const current = pageOf(pages, pathname);
  const branding = useBranding().data;
  useEffect(close, [pathname, close]);
  const go = (to: string) => () => void navigate(to);
  useShortcuts({
    '?': helpActions.open, 'g o': go('/'), 'g c': go('/catalog'), 'g d': go('/devices'), 'g e': go('/events'), 'g m': go('/mqtt'),
    'g x': go('/dead-letters'), 'g w': go('/wall'), 'g a': go('/alarms'), t: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
  });

  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !menu } }} padding="md">
      <AppShell.Header style={branding?.custom ? { borderTop: `3px solid ${branding.primary_color}` } : undefined}>
        <a href="#content" className="skip-link">{t.app.skip}</a>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={menu} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t.app.menu} aria-expanded={menu} />
            <Anchor component={Link} to="/" underline="never" c="inherit" aria-label={t.app.name}>
              <Group gap={8} wrap="nowrap">
                <img src={branding?.logo ?? '/favicon.svg'} height={26} style={{ maxWidth: 120 }} alt="" />
                <Text fw={700} size="lg" visibleFrom="xs">{branding?.name ?? t.app.name}</Text>
              </Group>
            </Anchor>
          </Group>
          <Group gap={4} wrap="nowrap">
            <Button variant="default" size="xs" leftSection={<SearchIcon size={15} />} rightSection={<Kbd size="xs">Ctrl K</Kbd>} visibleFrom="sm"
              onClick={spotlight.open}>{t.app.search}</Button>
            <ActionIcon variant="subtle" color="gray" size="lg" hiddenFrom="sm" aria-label={t.app.search} onClick={spotlight.open}><SearchIcon /></ActionIcon>
            <AlarmBell />
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.app.keys} title={`${t.app.keys} (?)`} onClick={helpActions.open} visibleFrom="sm"><HelpIcon /></ActionIcon>
            <UserMenu change={keyActions.open} />
            <SettingsMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t.app.menu}>
        <AppShell.Section grow component={ScrollArea} type="hover" scrollbarSize={6}>
          {(['main', 'operations'] as const).map((group) => (
            <div key={group} className="nav-group">
              {group === 'operations' && <Text size="xs" c="dimmed" fw={600} px={10} py={6}>{t.nav.operations}</Text>}
              {pages.filter((page) => page.group === group).map((page) => (
                <NavLink key={page.to} component={Link} to={page.to} label={page.label} leftSection={page.icon}
                  active={page === current} aria-current={page === current ? 'page' : undefined} className="nav-link" />
              ))}
            </div>
          ))}
        </AppShell.Section>
        <AppShell.Section>
          <NavLink href="/docs" label={t.app.apiDocs} leftSection={<DocsIcon />} className="nav-link" />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="content">
          <ConnectionBanner />
          <Outlet />
        </div>
      </AppShell.Main>
      <KeyDialog opened={keyDialog} onClose={keyActions.close} />
      <HelpSheet opened={help} onClose={helpActions.close} />
      <Finder />
    </AppShell>
  );
}
