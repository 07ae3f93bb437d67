import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import { ApiError, get } from '../../api/client';
import type { CredentialView } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Copy } from '../../components/Copy';
import { Facts } from '../../components/Facts';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';

/** The MQTT login of a device. Its password is shown once, when it is made. */
export function Credentials({ id }: { id: string }) {
  const t = useText();
  const login = useQuery({
    queryKey: ['credentials', id],
    queryFn: async ({ signal }) => {
      try {
        return await get<CredentialView>(`/api/devices/${encodeURIComponent(id)}/credentials`, signal);
      } catch (error) {
        if (error instanceof ApiError && error.problem.status === 404) {
          return null;
        }
        throw error;
      }
    },
  });
  const make = useMutation({ mutationFn: () => call('POST /api/devices/{id}/credentials', { id }), onSuccess: () => login.refetch() });
  const remove = useMutation({ mutationFn: () => call('DELETE /api/devices/{id}/credentials', { id }), onSuccess: () => { make.reset(); return login.refetch(); } });
  return (
    <Block title={t.device.login}>
      <Ask query={login}>{(data) => (
        <>
          {data === null ? <Text size="sm" c="dimmed">{t.device.noLogin}</Text>
            : <Facts rows={[[t.device.user, data.username], [t.device.topics, data.topics], [t.device.made, timeText(data.created_at)], [t.device.rotated, data.rotated_at && `${timeText(data.rotated_at)} ${data.rotated_by ?? ''}`]]} />}
          {make.data?.password && (
            <Alert color="teal" my="xs" title={t.device.passwordOnce}><Group gap="xs"><Text className="mono" size="sm">{make.data.password}</Text><Copy text={make.data.password} /></Group></Alert>
          )}
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="light" loading={make.isPending} onClick={() => make.mutate()}>{data === null ? t.device.makeLogin : t.device.newPassword}</Button>
            {data !== null && <Button size="xs" variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>{t.device.removeLogin}</Button>}
          </Group>
        </>
      )}</Ask>
      {(make.error || remove.error) && <ProblemAlert error={make.error ?? remove.error} />}
    </Block>
  );
}
