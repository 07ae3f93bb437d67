import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

/** Names and values in two columns; what has no value is left out. */
export function Facts({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <Table variant="vertical" layout="auto" withRowBorders>
      <Table.Tbody>
        {rows.filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false).map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th w={170} fw={500} c="dimmed" bg="transparent">{name}</Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
