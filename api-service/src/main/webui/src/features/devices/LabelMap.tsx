import { Alert, Anchor, Badge, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useWhole } from '../../api/call';
import type { DeviceView } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';
import { labelGroups, type LabelValue } from './labelGroups';

interface Filter {
  q: string;
  state: string;
  connection: string;
  kind: string;
  description_id: string;
}

/** The plant by its labels: under each name its values, with the devices that have them and how those are. */
export function LabelMap({ filter: { q, state, connection, kind, description_id } }: { filter: Filter }) {
  const t = useText();
  const devices = useWhole('/api/devices', {}, { q, state, connection, kind, description_id, size: 200 }, { refetchInterval: 15_000 });
  return (
    <Ask query={devices}>{(list) => {
      const groups = labelGroups(list);
      const bare = list.filter((each) => Object.keys(each.labels ?? {}).length === 0).length;
      return groups.length === 0 ? <Empty hint={t.devices.noLabelsHint}>{t.devices.noLabels}</Empty> : (
        <Stack>
          {groups.map((group) => (
            <section key={group.name}>
              <Title order={2} size="h5" mb={6}>{group.name}</Title>
              <SimpleGrid cols={{ base: 1, xs: 2, sm: 3, lg: 5 }} spacing="xs">
                {group.values.map((value) => <Tile key={value.value} name={group.name} value={value} />)}
              </SimpleGrid>
            </section>
          ))}
          {bare > 0 && <Alert color="gray" py="xs">{t.devices.withoutLabels(bare)}</Alert>}
        </Stack>
      );
    }}</Ask>
  );
}

function Tile({ name, value }: { name: string; value: LabelValue<DeviceView> }) {
  const t = useText();
  const label = value.value ? `${name}=${value.value}` : name;
  const states = (['connected', 'silent', 'disconnected', 'unknown'] as const).map((state) => [state, value.devices.filter((each) => (each.connection?.state ?? 'unknown') === state).length] as const);
  const colors = { connected: 'teal', silent: 'orange', disconnected: 'red', unknown: 'gray' };
  return (
    <Card withBorder padding="xs">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Anchor component={Link} to={`/devices?view=list&label=${encodeURIComponent(label)}`} size="sm" fw={600} truncate="end">{value.value || t.common.yes}</Anchor>
        <Anchor component={Link} to={`/wall?label=${encodeURIComponent(label)}`} size="xs">{t.nav.wall}</Anchor>
      </Group>
      <Text size="xs" c="dimmed">{t.devices.count(value.devices.length)}</Text>
      <Group gap={4} mt={4}>
        {states.filter(([, count]) => count > 0).map(([state, count]) => <Badge key={state} size="sm" color={colors[state]}>{count} {t.state[state]}</Badge>)}
      </Group>
    </Card>
  );
}
