import { Stack, Table, Text } from '@mantine/core';
import { useGet } from '../../api/call';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';

/** The ports that the file names, and those that the names of parameters and assemblies point at. */
export function PortsTab({ id }: { id: number }) {
  const t = useText();
  const ports = useGet('/api/eds/{id}/ports', { id }, {}, { staleTime: 60_000 });
  return (
    <Ask query={ports}>{(data) => {
      const own = data.explicit_ports ?? [];
      const inferred = data.inferred_ports ?? [];
      return own.length + inferred.length === 0 ? <Empty>{t.eds.noPorts}</Empty> : (
        <Stack>
          {own.length > 0 && (
            <Block title={t.eds.ports}>
              <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="region" aria-label={t.eds.ports}>
                <Table>
                  <Table.Thead><Table.Tr><Table.Th w={60}>#</Table.Th><Table.Th>{t.common.name}</Table.Th><Table.Th>{t.description.type}</Table.Th><Table.Th>{t.eds.path}</Table.Th><Table.Th>{t.eds.portNumber}</Table.Th></Table.Tr></Table.Thead>
                  <Table.Tbody>
                    {own.map((each) => (
                      <Table.Tr key={each.number}><Table.Td className="number">{each.number}</Table.Td><Table.Td>{each.name}</Table.Td><Table.Td>{each.type}</Table.Td>
                        <Table.Td className="mono">{each.path || '–'}</Table.Td><Table.Td className="number">{each.port_number ?? '–'}</Table.Td></Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </Block>
          )}
          {inferred.length > 0 && (
            <Block title={t.eds.inferredPorts}>
              <Text size="sm" c="dimmed" mb="xs">{t.eds.inferredText}</Text>
              <Table>
                <Table.Thead><Table.Tr><Table.Th>{t.common.name}</Table.Th><Table.Th>{t.description.tabs.parameters}</Table.Th><Table.Th>{t.description.tabs.assemblies}</Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>
                  {inferred.map((each) => (
                    <Table.Tr key={each.port_name}><Table.Td>{each.port_name}</Table.Td><Table.Td className="number">{each.param_numbers?.join(', ') || '–'}</Table.Td><Table.Td className="number">{each.assembly_numbers?.join(', ') || '–'}</Table.Td></Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Block>
          )}
        </Stack>
      );
    }}</Ask>
  );
}
