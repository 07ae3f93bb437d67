import { Anchor, Breadcrumbs, Center, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../i18n';

/** A page with its heading, which also names the browser tab. */
export function Page({ title, up, aside, children }: {
  title: string; up?: { to: string; label: string }; aside?: ReactNode; children: ReactNode;
}) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} · ${t.app.name}`;
  }, [title, t]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div style={{ minWidth: 0 }}>
          {up && (
            <Breadcrumbs mb={2} separatorMargin={4}>
              <Anchor component={Link} to={up.to} size="sm">{up.label}</Anchor><span />
            </Breadcrumbs>
          )}
          <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>{title}</Title>
        </div>
        {aside}
      </Group>
      {children}
    </Stack>
  );
}

export function Loading() {
  const t = useText();
  return <Center py="xl"><Loader aria-label={t.common.loading} role="status" /></Center>;
}

/** Says that there is nothing, and what would change it. */
export function Empty({ children, hint }: { children: ReactNode; hint?: ReactNode }) {
  return (
    <Stack gap={4} py="md">
      <Text c="dimmed">{children}</Text>
      {hint && <Text c="dimmed" size="sm" component="div">{hint}</Text>}
    </Stack>
  );
}
