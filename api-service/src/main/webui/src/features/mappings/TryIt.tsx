import { Alert, Badge, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import type { MappingRequest } from '../../api/types';
import { Block } from '../../components/Block';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { messageOf, requestOf } from './mappingText';
import { NextMessage } from './NextMessage';
import { TriedItem } from './TriedItem';

/** What the mapping would make of a message that is pasted, or of the next one that comes. */
export function TryIt({ mapping, onErrors }: { mapping: MappingRequest; onErrors: (errors: { field?: string; message?: string }[]) => void }) {
  const t = useText();
  const [topic, setTopic] = useState('');
  const [text, setText] = useState('');
  const trial = useMutation({
    mutationFn: () => call('POST /api/mappings/try', {}, { mapping: { ...requestOf(mapping), name: mapping.name.trim() || 'trial' }, topic: topic.trim(), message: messageOf(text) }),
    onSuccess: (answer) => onErrors(answer?.errors ?? []),
  });
  const found = trial.data;
  return (
    <Block title={t.mappings.tryIt} aside={found && <Badge color={found.matches ? 'teal' : 'orange'}>{found.matches ? t.mappings.matches : t.mappings.matchesNot}</Badge>}>
      <form onSubmit={(event) => { event.preventDefault(); trial.mutate(); }}>
        <Stack gap="xs">
          <TextInput size="sm" label={t.mqtt.topic} required value={topic} classNames={{ input: 'mono' }} onChange={(event) => setTopic(event.currentTarget.value)} />
          <Textarea size="sm" label={t.mqtt.payload} required rows={7} resize="vertical" spellCheck={false} classNames={{ input: 'mono' }} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Group gap="xs">
            <Button type="submit" size="xs" loading={trial.isPending} disabled={!topic.trim() || mapping.topics.length === 0 || !mapping.device.trim()}>{t.mappings.tryIt}</Button>
            <NextMessage filters={mapping.topics} onMessage={(message) => { setTopic(message.topic); setText(message.payload ?? ''); }} />
          </Group>
        </Stack>
      </form>
      {trial.error && <ProblemAlert error={trial.error} />}
      {found && (
        <Stack gap="xs" mt="sm" role="status">
          {(found.errors ?? []).map((each) => <Alert key={`${each.field}${each.message}`} color="red" py={6}>{[each.field, each.message].filter(Boolean).join(': ')}</Alert>)}
          {(found.items ?? []).map((item, i) => <TriedItem key={`${item.device_id} ${i}`} item={item} />)}
          {found.items?.length === 0 && found.errors?.length === 0 && <Text size="sm" c="dimmed">{t.mappings.nothing}</Text>}
          <Text size="xs" c="dimmed">{t.mappings.took(found.micros ?? 0)}</Text>
        </Stack>
      )}
    </Block>
  );
}
