import { Badge, Button, Code, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../components/Block';
import { DataTable, type Column } from '../../components/DataTable';
import { PauseIcon, PlayIcon, SearchIcon } from '../../components/Icons';
import { useText } from '../../i18n';
import { clockText } from '../../lib/dates';
import { sizeText } from '../../lib/numbers';
import { saveText } from '../../lib/save';
import { DecodedPayload } from './DecodedPayload';
import { payloadText, type Message } from './recorder';
import type { Messages } from './useMessages';

/** Messages as they come, newest first; one that is chosen shows its payload. */
export function MessageList({ messages, name, topic }: { messages: Messages; name: string; topic?: string | null }) {
  const t = useText();
  const [text, setText] = useState('');
  const [open, setOpen] = useState<number | null>(null);
  const wanted = text.trim().toLowerCase();
  const shown = messages.items.filter((each) => (!topic || each.topic === topic) && (!wanted || each.topic.toLowerCase().includes(wanted) || (each.payload ?? '').toLowerCase().includes(wanted)));
  const columns: Column<Message>[] = [
    { id: 'time', header: t.mqtt.time, width: 100, cell: (each) => <span className="number">{clockText(each.timestamp)}</span> },
    {
      id: 'topic', header: t.mqtt.topic, width: 230,
      cell: (each) => <><Text size="sm" className="mono" truncate="end" title={each.topic}>{each.topic}</Text>{each.retain && <Badge size="xs" color="blue">{t.mqtt.retained}</Badge>}</>,
    },
    {
      id: 'payload', header: t.mqtt.payload,
      cell: (each) => (
        <Text size="sm" className="mono payload" truncate="end" component="button" type="button" aria-expanded={open === each.n} onClick={() => setOpen(open === each.n ? null : each.n ?? null)}>
          {each.payload ?? payloadText(each)}
        </Text>
      ),
    },
    { id: 'size', header: t.mqtt.size, width: 90, right: true, cell: (each) => <span className="number">{sizeText(each.size)}</span> },
  ];
  const save = () => saveText(`${name}.json`, JSON.stringify(shown.map(({ n: _, ...each }) => each), null, 2), 'application/json');
  return (
    <Block title={t.mqtt.messages} aside={
      <Group gap="xs">
        <Badge variant="dot" role="status" color={messages.paused ? 'gray' : messages.state === 'open' ? 'teal' : messages.state === 'connecting' ? 'gray' : 'red'}>{messages.paused ? t.mqtt.paused : t.mqtt.states[messages.state]}</Badge>
        <Text size="xs" c="dimmed" className="number">{t.mqtt.count(messages.count)}</Text>
        {messages.dropped > 0 && <Badge color="orange">{t.mqtt.dropped(messages.dropped)}</Badge>}
      </Group>
    }>
      <Group gap="xs" mb="xs">
        <TextInput size="xs" type="search" value={text} placeholder={t.mqtt.filterText} aria-label={t.mqtt.filterText} leftSection={<SearchIcon size={14} />} style={{ flex: '1 1 12rem' }} onChange={(event) => setText(event.currentTarget.value)} />
        <Button size="xs" variant="default" leftSection={messages.paused ? <PlayIcon size={14} /> : <PauseIcon size={14} />} onClick={() => messages.setPaused(!messages.paused)}>{messages.paused ? t.mqtt.resume : t.mqtt.pause}</Button>
        <Button size="xs" variant="default" disabled={shown.length === 0} onClick={save}>{t.mqtt.save}</Button>
        <Button size="xs" variant="default" disabled={messages.count === 0} onClick={messages.clear}>{t.common.clear}</Button>
      </Group>
      {shown.length === 0 ? <Text size="sm" c="dimmed">{messages.count === 0 ? t.mqtt.none : t.mqtt.noMatch}</Text>
        : <DataTable label={t.mqtt.messages} rows={shown} columns={columns} rowKey={(each) => String(each.n)} minWidth={640} height={480}
            below={(each) => (open === each.n ? (
              <>
                <Code block className="payload-text" tabIndex={0}>{payloadText(each)}{each.truncated && `\n… ${t.mqtt.truncated}`}</Code>
                <DecodedPayload message={each} />
              </>
            ) : null)} />}
    </Block>
  );
}
