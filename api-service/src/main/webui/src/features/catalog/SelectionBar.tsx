import { Button, Group, Paper, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { call } from '../../api/call';
import type { DescriptionSummary } from '../../api/types';
import { useMay } from '../../app/useRole';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { exportAll } from './exportAll';

const MOST = 4;

/** What can be done with the descriptions that are ticked: compare, export, delete. */
export function SelectionBar({ chosen, clear }: { chosen: DescriptionSummary[]; clear: () => void }) {
  const t = useText();
  const admin = useMay('admin');
  const navigate = useNavigate();
  const client = useQueryClient();
  const kinds = new Set(chosen.map((each) => each.kind));
  const ids = (kind: string) => chosen.filter((each) => each.kind === kind).map((each) => each.id!);
  const remove = useMutation({
    mutationFn: async () => {
      const [iodd, eds] = [ids('IODD'), ids('EDS')];
      const answers = [
        iodd.length > 0 ? await call('POST /api/iodd/bulk-delete', {}, { device_ids: iodd }) : undefined,
        eds.length > 0 ? await call('POST /api/eds/bulk-delete', {}, { eds_ids: eds }) : undefined,
      ];
      return answers.reduce((sum, each) => sum + (each?.deleted_count ?? 0), 0);
    },
    onSuccess: (count) => {
      notifications.show({ message: t.catalog.deletedCount(count), color: 'teal' });
      clear();
      void client.invalidateQueries();
    },
  });
  const save = useMutation({ mutationFn: () => exportAll(chosen) });
  if (chosen.length === 0) {
    return null;
  }
  const ask = () => modals.openConfirmModal({
    title: t.common.delete, centered: true, children: <Text size="sm">{t.catalog.confirmBulk(chosen.length)}</Text>,
    labels: { confirm: t.common.delete, cancel: t.common.cancel }, confirmProps: { color: 'red' }, onConfirm: () => remove.mutate(),
  });
  const comparable = chosen.length > 1 && chosen.length <= MOST && kinds.size === 1;
  return (
    <Paper withBorder p="xs" className="selection-bar">
      <Group gap="xs">
        <Text size="sm" fw={500}>{t.common.selected(chosen.length)}</Text>
        <Button size="compact-sm" variant="light" disabled={!comparable} title={comparable ? undefined : t.catalog.compareHint}
          onClick={() => void navigate(`/catalog/compare?kind=${chosen[0]!.kind}&${chosen.map((each) => `ids=${each.id}`).join('&')}`)}>{t.catalog.compare}</Button>
        <Button size="compact-sm" variant="light" loading={save.isPending} onClick={() => save.mutate()}>{t.catalog.export}</Button>
        {admin && <Button size="compact-sm" variant="light" color="red" loading={remove.isPending} onClick={ask}>{t.common.delete}</Button>}
        <Button size="compact-sm" variant="subtle" onClick={clear}>{t.catalog.unselect}</Button>
      </Group>
      {(remove.error || save.error) && <ProblemAlert error={remove.error ?? save.error} />}
    </Paper>
  );
}
