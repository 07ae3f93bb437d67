import { Alert, Button, Divider, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useGet } from '../api/call';
import { dismissKey, setKey } from '../api/key';
import { signIn } from '../api/session';
import { Dialog } from '../components/Dialog';
import { useText } from '../i18n';
import { useKey } from './useKey';

/** Asks who one is when the API wants to know, or when the user opens it: a sign-in where there is an issuer, else an API key. */
export function KeyDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText();
  const state = useKey();
  const client = useQueryClient();
  const shown = opened || state.wanted;
  const oidc = useGet('/api/auth/config', {}, {}, { staleTime: 300_000, enabled: shown }).data?.oidc;
  const [text, setText] = useState('');
  const [failed, setFailed] = useState<string>();

  const close = () => {
    dismissKey();
    onClose();
  };
  const use = (key: string | null) => {
    setKey(key);
    setText('');
    onClose();
    void client.invalidateQueries();
  };

  return (
    <Dialog opened={shown} onClose={close} title={oidc?.enabled ? t.key.signInTitle : t.key.title}>
      {oidc?.enabled && (
        <Stack>
          <Button data-autofocus onClick={() => void signIn(oidc).catch((error: Error) => setFailed(error.message))}>{t.key.signIn}</Button>
          {failed && <Alert color="red" role="alert">{t.key.signInFailed(failed)}</Alert>}
          <Divider label={t.key.or} my="xs" />
        </Stack>
      )}
      <form onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) {
          use(text.trim());
        }
      }}>
        <Stack>
          <Text size="sm">{t.key.text}</Text>
          {state.wanted && state.refused && <Alert color="red" role="alert">{t.key.refused}</Alert>}
          <PasswordInput data-autofocus={!oidc?.enabled || undefined} label={t.key.label} value={text} autoComplete="off"
            onChange={(event) => setText(event.currentTarget.value)} />
          <Group justify="flex-end">
            {state.key && <Button variant="subtle" color="red" onClick={() => use(null)}>{t.key.forget}</Button>}
            <Button variant="default" onClick={close}>{t.common.cancel}</Button>
            <Button type="submit" variant={oidc?.enabled ? 'light' : 'filled'} disabled={!text.trim()}>{t.key.use}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
