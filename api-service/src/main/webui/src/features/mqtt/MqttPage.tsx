import { Button, Group, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../../app/useRole';
import { Page } from '../../components/Page';
import { useText } from '../../i18n';
import { BrokerCard } from './BrokerCard';
import { MessageList } from './MessageList';
import { Publish } from './Publish';
import { filterProblem } from './recorder';
import { TopicTree } from './TopicTree';
import { useMessages } from './useMessages';

/** Live MQTT traffic by topic, the state of the broker, and for operators a way to publish. */
export function MqttPage() {
  const t = useText();
  const operator = useMay('operator');
  const [search, setSearch] = useSearchParams();
  const filter = search.get('topic') ?? 'devices/#';
  const [text, setText] = useState(filter);
  const [topic, setTopic] = useState<string | null>(null);
  const problem = filterProblem(text.trim());
  const messages = useMessages(filter);
  return (
    <Page title={t.nav.mqtt}>
      <SimpleGrid cols={{ base: 1, md: operator ? 2 : 1 }}>
        <BrokerCard />
        {operator && <Publish />}
      </SimpleGrid>
      <form onSubmit={(event) => {
        event.preventDefault();
        if (!problem) {
          messages.clear();
          setTopic(null);
          setSearch({ topic: text.trim() }, { replace: true });
        }
      }}>
        <Group gap="xs" align="flex-start">
          <TextInput aria-label={t.mqtt.filter} placeholder="devices/#" value={text} error={problem && t.mqtt.filterProblems[problem]} classNames={{ input: 'mono' }} style={{ flex: '1 1 16rem' }} maw={480}
            onChange={(event) => setText(event.currentTarget.value)} />
          <Button type="submit" disabled={!!problem || text.trim() === filter}>{t.mqtt.watch}</Button>
        </Group>
      </form>
      <div className="monitor">
        <TopicTree topics={messages.topics} chosen={topic} onChoose={setTopic} />
        <MessageList messages={messages} name="mqtt-messages" topic={topic} />
      </div>
    </Page>
  );
}
