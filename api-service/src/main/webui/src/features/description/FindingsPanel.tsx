import { Badge, Table, Text } from '@mantine/core';
import { useFindings } from '../../api/queries';
import { Loading } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';

const COLORS = { ERROR: 'red', WARNING: 'orange', INFO: 'blue' } as const;

/** What the reader found questionable in the file. */
export function FindingsPanel({ id }: { id: string }) {
  const t = useText();
  const findings = useFindings(id, true);
  if (findings.isLoading) {
    return <Loading />;
  }
  if (!findings.data) {
    return <ProblemAlert error={findings.error} retry={() => void findings.refetch()} />;
  }
  if (findings.data.length === 0) {
    return <Text c="dimmed">{t.description.noFindings}</Text>;
  }
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table>
        <Table.Thead>
          <Table.Tr><Table.Th w={110}>{t.description.severity}</Table.Th><Table.Th w={80} ta="right">{t.description.line}</Table.Th>
            <Table.Th>{t.description.text}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {findings.data.map((each, i) => (
            <Table.Tr key={i}>
              <Table.Td><Badge variant="light" color={COLORS[each.severity] ?? 'gray'}>{each.severity}</Badge></Table.Td>
              <Table.Td ta="right" className="number">{each.line ?? '–'}</Table.Td>
              <Table.Td>
                <Text size="sm">{each.message}</Text>
                <Text size="xs" c="dimmed" className="mono">{[each.code, each.path].filter(Boolean).join(' · ')}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
