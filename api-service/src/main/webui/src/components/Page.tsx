import { Center, Group, Loader, Stack, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useText } from '../i18n';

/** A page with its heading, which also names the browser tab. */
export function Page({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} · ${t.app.name}`;
  }, [title, t]);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="center" gap="sm">
        <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>{title}</Title>
        {aside}
      </Group>
      {children}
    </Stack>
  );
}

export function Loading() {
  const t = useText();
  return <Center py="xl"><Loader aria-label={t.common.loading} /></Center>;
}
