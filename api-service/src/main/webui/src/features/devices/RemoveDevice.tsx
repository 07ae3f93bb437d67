import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { call } from '../../api/call';
import { Block } from '../../components/Block';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';

/** Deletes the device from the registry, after a question. */
export function RemoveDevice({ id }: { id: string }) {
  const t = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call('DELETE /api/devices/{id}', { id }),
    onSuccess: () => {
      void navigate('/devices');
      void client.invalidateQueries();
    },
  });
  const ask = () => modals.openConfirmModal({
    title: t.device.remove, centered: true, children: <Text size="sm">{t.device.removeText(id)}</Text>, labels: { confirm: t.common.delete, cancel: t.common.cancel },
    confirmProps: { color: 'red' }, onConfirm: () => remove.mutate(),
  });
  return (
    <Block title={t.device.remove}>
      <Text size="sm" c="dimmed" mb="xs">{t.device.removeText(id)}</Text>
      <Button size="xs" variant="light" color="red" loading={remove.isPending} onClick={ask}>{t.device.remove}</Button>
      {remove.error && <ProblemAlert error={remove.error} />}
    </Block>
  );
}
