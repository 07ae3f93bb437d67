import { Badge, Stack, Table, Text, Title } from '@mantine/core';
import type { CodeView } from '../../api/types';
import { useText } from '../../i18n';
import { hexCode } from '../../lib/format';

const COLORS: Record<string, string> = { error: 'red', warning: 'orange', notification: 'blue' };

/** What the device may report: events, and errors of parameter access. */
export function EventsPanel({ events, errors }: { events: CodeView[]; errors: CodeView[] }) {
  const t = useText();
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h5" mb="xs">{t.description.eventList}</Title>
        <Codes rows={events} empty={t.description.noEvents}
          code={(each) => (each.code === undefined ? '–' : hexCode(each.code, 4))} />
      </div>
      <div>
        <Title order={2} size="h5" mb="xs">{t.description.errorList}</Title>
        <Codes rows={errors} empty={t.description.noErrors}
          code={(each) => `${hexCode(each.code ?? 0, 2)} / ${hexCode(each.additional_code ?? 0, 2)}`} />
      </div>
    </Stack>
  );
}

function Codes({ rows, empty, code }: { rows: CodeView[]; empty: string; code: (row: CodeView) => string }) {
  const t = useText();
  if (rows.length === 0) {
    return <Text c="dimmed" size="sm">{empty}</Text>;
  }
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table>
        <Table.Thead>
          <Table.Tr><Table.Th w={130}>{t.description.code}</Table.Th><Table.Th>{t.common.name}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((each, i) => (
            <Table.Tr key={i}>
              <Table.Td className="mono">{code(each)}</Table.Td>
              <Table.Td>
                {each.event_type && (
                  <Badge size="sm" variant="light" mr={8} color={COLORS[each.event_type.toLowerCase()] ?? 'gray'}>{each.event_type}</Badge>
                )}
                {each.name ?? '–'}
                {each.description && <Text size="xs" c="dimmed">{each.description}</Text>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
