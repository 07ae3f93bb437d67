import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, useGet } from '../../api/call';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { Copy } from '../../components/Copy';
import { Facts } from '../../components/Facts';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { spacedHex } from '../../lib/hex';

/** One dead letter with its payload, and the two things that end it. */
export function DeadLetterDetail({ id }: { id: string }) {
  const t = useText();
  const client = useQueryClient();
  const operator = useMay('operator');
  const letter = useGet('/api/dead-letters/{id}', { id });
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['dead-letters'] });
    void client.invalidateQueries({ queryKey: ['/api/dead-letters/summary'] });
  };
  const replay = useMutation({ mutationFn: () => call('POST /api/dead-letters/{id}/replay', { id }), onSuccess: () => { notifications.show({ message: t.deadLetters.replayed(1), color: 'teal' }); refresh(); } });
  const remove = useMutation({ mutationFn: () => call('DELETE /api/dead-letters/{id}', { id }), onSuccess: refresh });
  return (
    <Ask query={letter}>{(data) => {
      const text = data.payload?.text ?? (data.payload?.hex !== undefined ? spacedHex(data.payload.hex) : data.payload?.base64 ?? '');
      return (
        <>
          <Text size="sm" mb="xs">{data.detail}</Text>
          {data.cut && <Alert color="orange" mb="xs">{t.deadLetters.cut}</Alert>}
          <Facts rows={[
            [t.mqtt.topic, <span key="t" className="mono">{data.topic}</span>], ['QoS', data.qos], [t.deadLetters.stored, timeText(data.stored_at)],
            [t.deadLetters.replayOf, data.replay_of], [t.common.trace, data.traceparent && <span key="p" className="mono">{data.traceparent}</span>],
          ]} />
          <Code block className="payload-text" my="xs" tabIndex={0}>{text}</Code>
          <Group gap="xs">
            <Copy text={text} />
            {operator && <Button size="compact-xs" variant="light" loading={replay.isPending} onClick={() => replay.mutate()}>{t.deadLetters.replay}</Button>}
            {operator && <Button size="compact-xs" variant="light" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>{t.deadLetters.discard}</Button>}
          </Group>
          {(replay.error || remove.error) && <ProblemAlert error={replay.error ?? remove.error} />}
        </>
      );
    }}</Ask>
  );
}
