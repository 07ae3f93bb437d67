import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dismissKey, setKey } from '../api/key';
import { useText } from '../i18n';
import { useKey } from './useKey';
import { Dialog } from '../components/Dialog';

/** Asks for the API key when the API wants one, or when the user opens it. */
export function KeyDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText();
  const state = useKey();
  const client = useQueryClient();
  const [text, setText] = useState('');

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
    <Dialog opened={opened || state.wanted} onClose={close} title={t.key.title}>
      <form onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) {
          use(text.trim());
        }
      }}>
        <Stack>
          <Text size="sm">{t.key.text}</Text>
          {state.wanted && state.refused && <Alert color="red" role="alert">{t.key.refused}</Alert>}
          <PasswordInput data-autofocus label={t.key.label} value={text} autoComplete="off"
            onChange={(event) => setText(event.currentTarget.value)} />
          <Group justify="flex-end">
            {state.key && <Button variant="subtle" color="red" onClick={() => use(null)}>{t.key.forget}</Button>}
            <Button variant="default" onClick={close}>{t.common.cancel}</Button>
            <Button type="submit" disabled={!text.trim()}>{t.key.use}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
