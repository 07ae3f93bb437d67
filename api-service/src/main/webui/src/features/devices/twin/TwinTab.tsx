import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, useGet, useWhole } from '../../../api/call';
import { ApiError } from '../../../api/client';
import { useTextLanguage } from '../../../app/preferences';
import { useMay } from '../../../app/useRole';
import { Ask } from '../../../components/Ask';
import { Block } from '../../../components/Block';
import { ProblemAlert } from '../../../components/Problem';
import { useText } from '../../../i18n';
import { timeText } from '../../../lib/dates';
import { leaves, patchOf, versionHeader } from '../../../lib/twin';
import { Conflict } from './Conflict';
import { TwinForm } from './TwinForm';
import { TwinHistory } from './TwinHistory';
import { TwinTable } from './TwinTable';

/** What is wanted of a device and what it reports, value by value, and the way to want something else. */
export function TwinTab({ id, description }: { id: string; description?: number }) {
  const t = useText();
  const client = useQueryClient();
  const lang = useTextLanguage();
  const operator = useMay('operator');
  const admin = useMay('admin');
  const twin = useGet('/api/devices/{id}/shadow', { id }, {}, { refetchInterval: 3000 });
  const parameters = useWhole('/api/iodd/{id}/parameters', { id: description ?? 0 }, { lang }, { enabled: description !== undefined, keep: true });
  const [edit, setEdit] = useState<{ pointer: string; value: unknown } | null>(null);
  const write = useMutation({
    mutationFn: ({ patch, version }: { patch: unknown; version?: number }) => call('PATCH /api/devices/{id}/shadow/desired', { id }, patch, {},
      versionHeader(version)),
    onSuccess: () => {
      setEdit(null);
      void client.invalidateQueries({ queryKey: ['/api/devices/{id}/shadow'] });
      void client.invalidateQueries({ queryKey: ['/api/devices/{id}/shadow/history'] });
    },
  });
  const remove = useMutation({ mutationFn: () => call('DELETE /api/devices/{id}/shadow', { id }), onSuccess: () => twin.refetch() });
  const conflict = write.error instanceof ApiError && write.error.problem.status === 412;
  const askRemove = () => modals.openConfirmModal({
    title: t.twin.remove, centered: true, children: <Text size="sm">{t.twin.removeText}</Text>, labels: { confirm: t.common.delete, cancel: t.common.cancel },
    confirmProps: { color: 'red' }, onConfirm: () => remove.mutate(),
  });
  return (
    <Ask query={twin}>{(data) => {
      const all = leaves(data);
      const open = all.filter((each) => each.open).length;
      return (
        <Stack>
          <Block title={t.twin.title} aside={
            <Group gap="xs">
              <Badge color={open > 0 ? 'orange' : 'teal'}>{open > 0 ? t.twin.open(open) : t.twin.inStep}</Badge>
              <Text size="xs" c="dimmed">{t.twin.version(data.version ?? 0)}{data.updated_at && ` · ${timeText(data.updated_at)}`}</Text>
              {admin && all.length > 0 && <Button size="compact-xs" variant="subtle" color="red" onClick={askRemove}>{t.twin.remove}</Button>}
            </Group>
          }>
            {all.length === 0 ? <Text size="sm" c="dimmed">{t.twin.empty}</Text>
              : <TwinTable leaves={all} parameters={parameters.data ?? []} onEdit={operator ? setEdit : undefined}
                  onUnwant={operator ? (pointer) => write.mutate({ patch: patchOf(pointer, null), version: data.version }) : undefined} />}
          </Block>
          {operator && (
            <TwinForm key={edit?.pointer ?? ''} parameters={parameters.data ?? []} edit={edit} busy={write.isPending} version={data.version ?? 0}
              onWrite={(patch, version) => write.mutate({ patch, version })} onCancel={edit ? () => setEdit(null) : undefined} />
          )}
          {conflict && write.variables && (
            <Conflict patch={write.variables.patch} twin={data} onAgain={() => write.mutate({ patch: write.variables!.patch, version: data.version })} onClose={() => write.reset()} />
          )}
          {write.error && !conflict && <ProblemAlert error={write.error} />}
          <TwinHistory id={id} />
        </Stack>
      );
    }}</Ask>
  );
}
