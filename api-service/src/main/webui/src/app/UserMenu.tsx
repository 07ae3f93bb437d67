import { ActionIcon, Badge, Group, Menu, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useGet } from '../api/call';
import { setKey } from '../api/key';
import { signOut } from '../api/session';
import { KeyIcon } from '../components/Icons';
import { useText } from '../i18n';
import { timeText } from '../lib/dates';
import { useKey } from './useKey';
import { useMe } from './useRole';

/** Who one is, what one may do, and the ways to change that. */
export function UserMenu({ change }: { change: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const state = useKey();
  const me = useMe().data;
  const oidc = useGet('/api/auth/config', {}, {}, { staleTime: 300_000 }).data?.oidc;
  const out = () => {
    if (state.token && oidc?.enabled) {
      void signOut(oidc).then(() => client.invalidateQueries());
    } else {
      setKey(null);
      void client.invalidateQueries();
    }
  };
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.key.who} title={me?.name ?? t.key.who}><KeyIcon /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {me && (
          <Group px="sm" py="xs" gap="xs">
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>{me.kind === 'local' ? t.key.local : me.name}</Text>
            <Badge color={me.scope ? 'teal' : 'red'}>{me.scope ? t.keys.scopes[me.scope] : t.key.nothing}</Badge>
            {me.expires_at && <Text size="xs" c="dimmed">{t.key.until(timeText(me.expires_at))}</Text>}
          </Group>
        )}
        <Menu.Item onClick={change}>{oidc?.enabled ? t.key.signInTitle : t.app.keyChange}</Menu.Item>
        {(state.token || state.key) && <Menu.Item color="red" onClick={out}>{state.token ? t.key.signOut : t.key.forget}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
