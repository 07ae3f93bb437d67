import { Card, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of a page with its heading. */
export function Block({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Card withBorder component="section" padding="sm">
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2} size="h5">{title}</Title>
        {aside}
      </Group>
      {children}
    </Card>
  );
}
