import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/call';
import type { Layout } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Block } from '../../components/Block';
import { Copy } from '../../components/Copy';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { exampleOf } from './registration';

/** What a device of which nothing has arrived is to publish, and where; it can be tried from here. */
export function HowToSend({ id, layout }: { id: string; layout?: Layout }) {
  const t = useText();
  const operator = useMay('operator');
  const topic = `devices/${id}/telemetry`;
  const message = exampleOf(layout);
  const text = JSON.stringify(message);
  const publish = useMutation({ mutationFn: () => call('POST /api/mqtt/publish', {}, { topic, message, qos: 1 }) });
  return (
    <Block title={t.device.noValues}>
      <Stack gap="xs">
        <Text size="sm">{t.device.howToSend}</Text>
        <Group gap="xs"><Text size="sm" w={70} c="dimmed">{t.mqtt.topic}</Text><Code>{topic}</Code><Copy text={topic} /></Group>
        <Group gap="xs"><Text size="sm" w={70} c="dimmed">{t.mqtt.payload}</Text><Code style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>{text}</Code><Copy text={text} /></Group>
        {operator && <Group gap="xs"><Button size="xs" loading={publish.isPending} onClick={() => publish.mutate()}>{t.device.sendExample}</Button><Text size="xs" c="dimmed">{t.device.sendExampleText}</Text></Group>}
        {publish.error && <ProblemAlert error={publish.error} />}
      </Stack>
    </Block>
  );
}
