import { Button, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from '../../../api/call';
import { useText } from '../../../i18n';

/** Keeps what the device has reported, to hold later values against it. */
export function KeepButton({ id, disabled }: { id: string; disabled: boolean }) {
  const t = useText();
  const client = useQueryClient();
  const name = useRef('');
  const keep = useMutation({
    mutationFn: () => call('POST /api/devices/{id}/parameter-sets', { id }, { name: name.current.trim() || undefined }),
    onSuccess: (kept) => {
      notifications.show({ message: t.sets.keptAs(kept?.name ?? ''), color: 'teal' });
      void client.invalidateQueries({ queryKey: ['/api/parameter-sets'] });
    },
    onError: (error: Error) => notifications.show({ message: error.message, color: 'red' }),
  });
  const ask = () => {
    name.current = '';
    modals.openConfirmModal({
      title: t.sets.keep, labels: { confirm: t.sets.keep, cancel: t.common.cancel }, onConfirm: () => keep.mutate(),
      children: <TextInput label={t.common.name} placeholder={t.sets.keptName(id)} maxLength={200} onChange={(event) => { name.current = event.currentTarget.value; }} />,
    });
  };
  return <Button size="xs" variant="light" disabled={disabled} loading={keep.isPending} onClick={ask}>{t.sets.keep}</Button>;
}
