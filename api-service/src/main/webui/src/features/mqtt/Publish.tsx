import { Button, Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import { Block } from '../../components/Block';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';

/** JSON as such, anything else as a text. */
export function messageOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : text;
  } catch {
    return text;
  }
}

/** Publishes a message through the bridge. */
export function Publish() {
  const t = useText();
  const [topic, setTopic] = useState('');
  const [message, setMessage] = useState('');
  const [qos, setQos] = useState('1');
  const [retain, setRetain] = useState(false);
  const publish = useMutation({ mutationFn: () => call('POST /api/mqtt/publish', {}, { topic: topic.trim(), message: messageOf(message), qos: Number(qos), retain }) });
  return (
    <Block title={t.mqtt.publish}>
      <form onSubmit={(event) => { event.preventDefault(); publish.mutate(); }}>
        <Stack gap="xs">
          <TextInput size="xs" label={t.mqtt.topic} required value={topic} classNames={{ input: 'mono' }} onChange={(event) => setTopic(event.currentTarget.value)} />
          <Textarea size="xs" label={t.mqtt.payload} autosize minRows={2} maxRows={8} value={message} classNames={{ input: 'mono' }} onChange={(event) => setMessage(event.currentTarget.value)} />
          <Group gap="sm">
            <Select size="xs" w={110} aria-label="QoS" allowDeselect={false} value={qos} onChange={(value) => setQos(value ?? '1')} data={['0', '1', '2'].map((value) => ({ value, label: `QoS ${value}` }))} />
            <Checkbox size="xs" label={t.mqtt.retain} checked={retain} onChange={(event) => setRetain(event.currentTarget.checked)} />
            <Button size="xs" type="submit" loading={publish.isPending} disabled={!topic.trim()}>{t.mqtt.publish}</Button>
            <Text size="xs" c="dimmed" role="status">{publish.data && t.mqtt.queued(publish.data.topic ?? '')}</Text>
          </Group>
          {publish.error && <ProblemAlert error={publish.error} />}
        </Stack>
      </form>
    </Block>
  );
}
