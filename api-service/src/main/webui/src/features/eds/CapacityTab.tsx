import { SimpleGrid, Table } from '@mantine/core';
import { useGet } from '../../api/call';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';

/** How many connections the device serves, and how fast. */
export function CapacityTab({ id }: { id: number }) {
  const t = useText();
  const capacity = useGet('/api/eds/{id}/capacity', { id }, {}, { staleTime: 60_000 });
  return (
    <Ask query={capacity}>{(data) => {
      const figures = Object.entries(data.figures ?? {});
      const traffic = data.tspecs ?? [];
      return figures.length + traffic.length === 0 ? <Empty>{t.eds.noCapacity}</Empty> : (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Block title={t.eds.figures}><Facts rows={figures.map(([name, value]) => [(t.eds.figureNames as Record<string, string>)[name] ?? name, value])} /></Block>
          {traffic.length > 0 && (
            <Block title={t.eds.traffic}>
              <Table>
                <Table.Thead><Table.Tr><Table.Th>{t.common.name}</Table.Th><Table.Th>{t.description.direction}</Table.Th><Table.Th ta="right">{t.eds.dataSize}</Table.Th><Table.Th ta="right">{t.eds.rate}</Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>{traffic.map((each) => (
                  <Table.Tr key={each.tspec_name}><Table.Td>{each.tspec_name}</Table.Td><Table.Td>{each.direction}</Table.Td><Table.Td ta="right" className="number">{each.data_size}</Table.Td><Table.Td ta="right" className="number">{each.rate}</Table.Td></Table.Tr>
                ))}</Table.Tbody>
              </Table>
            </Block>
          )}
        </SimpleGrid>
      );
    }}</Ask>
  );
}
