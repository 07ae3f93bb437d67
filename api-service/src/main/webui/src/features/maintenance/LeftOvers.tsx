import { Button, Group, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { call, useGet } from '../../api/call';
import type { OrphanKind } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';

/** What nothing refers to any longer, kind by kind, and the way to have it removed. */
export function LeftOvers() {
  const t = useText();
  const orphans = useGet('/api/admin/maintenance/orphans');
  const remove = useMutation({
    mutationFn: (kind: OrphanKind) => call('POST /api/admin/maintenance/orphans/remove', {}, { kinds: [kind] }),
    onSuccess: () => notifications.show({ message: t.maintenance.removed, color: 'teal' }),
    onSettled: () => orphans.refetch(),
  });
  const ask = (kind: OrphanKind, count: number) => modals.openConfirmModal({
    title: t.maintenance.remove, children: <Text size="sm">{t.maintenance.removeText(count, t.maintenance.kinds[kind])}</Text>, labels: { confirm: t.maintenance.remove, cancel: t.common.cancel }, confirmProps: { color: 'red' },
    onConfirm: () => remove.mutate(kind),
  });
  return (
    <Block title={t.maintenance.left}>
      <Text size="sm" c="dimmed" mb="xs">{t.maintenance.leftText}</Text>
      {remove.error && <ProblemAlert error={remove.error} />}
      <Ask query={orphans}>{(list) => (
        <Table>
          <Table.Tbody>
            {list.map(({ kind, count = 0 }) => kind && (
              <Table.Tr key={kind}>
                <Table.Td>{t.maintenance.kinds[kind]}</Table.Td>
                <Table.Td ta="right" className="number" w={90}>{count}</Table.Td>
                <Table.Td w={130}><Group justify="flex-end"><Button size="compact-xs" variant="subtle" color="red" disabled={count === 0} loading={remove.isPending && remove.variables === kind} onClick={() => ask(kind, count)}>{t.maintenance.remove}</Button></Group></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}</Ask>
    </Block>
  );
}
