import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call, useGet } from '../../../api/call';
import { ApiError } from '../../../api/client';
import { ProblemAlert } from '../../../components/Problem';
import { useText } from '../../../i18n';

/** Has every parameter read from a device on a master; shows how far that is. */
export function FillButton({ id }: { id: string }) {
  const t = useText();
  const client = useQueryClient();
  const fill = useGet('/api/devices/{id}/shadow/fill', { id }, {}, { refetchInterval: 2_000 });
  const begin = useMutation({ mutationFn: () => call('POST /api/devices/{id}/shadow/fill', { id }), onSuccess: () => fill.refetch() });
  const { state, read = 0, total = 0, error, refused } = fill.data ?? {};
  useEffect(() => void client.invalidateQueries({ queryKey: ['parameter-set', id] }), [client, id, state, read]);
  const left = Object.keys((refused ?? {}) as object).length;
  return (
    <>
      <Button size="xs" variant="light" loading={begin.isPending || state === 'running'} onClick={() => begin.mutate()}>{t.sets.read}</Button>
      {state && <Text size="xs" c="dimmed" role="status">{t.sets.readOf(state, read, total, left)}{state === 'failed' && error ? `: ${error}` : ''}</Text>}
      {(begin.error ?? (fill.error instanceof ApiError && fill.error.problem.status === 404 ? null : fill.error)) && <ProblemAlert error={begin.error ?? fill.error} />}
    </>
  );
}
