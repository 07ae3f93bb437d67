import { Badge, Group } from '@mantine/core';
import { useGet } from '../../api/call';
import { Ask } from '../../components/Ask';
import { StateBadge } from '../../components/Badges';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { useText } from '../../i18n';
import { ageText } from '../../lib/dates';

interface Status {
  state?: string;
  broker?: string;
  tls?: boolean;
  statistics?: string;
  version?: string;
  uptime_seconds?: number;
  clients_connected?: number;
  clients_total?: number;
  subscriptions?: number;
  retained_messages?: number;
  messages_received_per_second?: number;
  messages_sent_per_second?: number;
  bridges?: { instance?: string; lanes?: Record<string, { connected?: boolean; paused?: boolean; in_flight?: number }> }[];
}

/** State of the broker and of the lanes of the bridges. What the broker does not tell is not shown. */
export function BrokerCard() {
  const t = useText();
  const status = useGet('/api/mqtt/status', {}, {}, { refetchInterval: 5000 });
  return (
    <Ask query={status}>{(answer) => {
      const data = answer as Status;
      return (
        <Block title={t.mqtt.broker} aside={<StateBadge state={data.state} />}>
          <Facts rows={[
            [t.mqtt.address, data.broker && `${data.broker}${data.tls ? ' (TLS)' : ''}`], [t.mqtt.version, data.version],
            [t.mqtt.uptime, data.uptime_seconds !== undefined && ageText(data.uptime_seconds * 1000)],
            [t.mqtt.clients, data.clients_connected !== undefined && `${data.clients_connected}${data.clients_total === undefined ? '' : ` / ${data.clients_total}`}`],
            [t.mqtt.subscriptions, data.subscriptions], [t.mqtt.retainedMessages, data.retained_messages],
            [t.mqtt.received, data.messages_received_per_second], [t.mqtt.sent, data.messages_sent_per_second],
            [t.mqtt.statistics, data.statistics === 'unavailable' && t.mqtt.noStatistics],
            ...(data.bridges ?? []).map((bridge): [string, React.ReactNode] => [bridge.instance ?? t.mqtt.bridge, (
              <Group key={bridge.instance} gap={6}>
                {Object.entries(bridge.lanes ?? {}).map(([name, lane]) => (
                  <Badge key={name} size="sm" color={!lane.connected ? 'red' : lane.paused ? 'orange' : 'teal'} title={lane.paused ? t.mqtt.lanePaused : undefined}>{name}{lane.in_flight ? ` ${lane.in_flight}` : ''}</Badge>
                ))}
              </Group>
            )]),
          ]} />
        </Block>
      );
    }}</Ask>
  );
}
