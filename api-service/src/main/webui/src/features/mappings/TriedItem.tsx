import { Badge, Card, Group, Table, Text } from '@mantine/core';
import type { MappingTrialItem } from '../../api/types';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';

/** What would be published of one device. */
export function TriedItem({ item }: { item: MappingTrialItem }) {
  const t = useText();
  return (
    <Card withBorder padding="xs">
      <Group gap="xs" mb={4}>
        <Text size="sm" fw={600} className="mono">{item.device_id}</Text>
        {item.connected !== undefined && <Badge color={item.connected ? 'teal' : 'red'}>{item.connected ? t.state.connected : t.state.disconnected}</Badge>}
        {item.registration && <Badge color="blue">{t.mappings.registers}</Badge>}
        {item.timestamp && <Text size="xs" c="dimmed">{timeText(item.timestamp)}</Text>}
      </Group>
      {item.process_data_in && <Text size="sm" className="mono">{item.process_data_in}</Text>}
      <Table>
        <Table.Tbody>
          {(item.values ?? []).map((each, i) => <Table.Tr key={`${each.parameter} ${i}`}><Table.Td>{each.parameter}</Table.Td><Table.Td ta="right" className="number">{String(each.value)}{each.unit && <span className="unit"> {each.unit}</span>}</Table.Td></Table.Tr>)}
          {(item.events ?? []).map((each, i) => <Table.Tr key={`e ${each.code} ${i}`}><Table.Td>{t.mappings.event(each.code ?? 0)}</Table.Td><Table.Td ta="right">{[each.type, each.mode].filter(Boolean).join(', ')}</Table.Td></Table.Tr>)}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
