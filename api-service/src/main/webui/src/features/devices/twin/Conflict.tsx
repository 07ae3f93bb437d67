import { Button, Code, Group, SimpleGrid, Text } from '@mantine/core';
import type { ShadowView } from '../../../api/types';
import { useText } from '../../../i18n';
import { Dialog } from '../../../components/Dialog';

/** Somebody else wanted something meanwhile: both wishes, and what to do about it. */
export function Conflict({ patch, twin, onAgain, onClose }: { patch: unknown; twin: ShadowView; onAgain: () => void; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog opened onClose={onClose} title={t.twin.conflict} size="lg">
      <Text size="sm" mb="sm">{t.twin.conflictText}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <div><Text size="sm" fw={500}>{t.twin.theirs(twin.version ?? 0)}</Text><Code block>{JSON.stringify(twin.desired, null, 2)}</Code></div>
        <div><Text size="sm" fw={500}>{t.twin.yours}</Text><Code block>{JSON.stringify(patch, null, 2)}</Code></div>
      </SimpleGrid>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>{t.twin.keepTheirs}</Button>
        <Button onClick={onAgain}>{t.twin.writeAnyway}</Button>
      </Group>
    </Dialog>
  );
}
