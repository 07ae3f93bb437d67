import { Accordion, Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useGet } from '../../api/call';
import type { ConnectionDetail, SideView } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Copy } from '../../components/Copy';
import { Facts } from '../../components/Facts';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';
import { statusText } from '../../lib/numbers';
import { Recipe } from './Recipe';
import { sizeRange } from './sizes';

/** The connections that a scanner may open, each with a recipe to copy. */
export function ConnectionsTab({ id }: { id: number }) {
  const t = useText();
  const connections = useGet('/api/eds/{id}/connections', { id }, {}, { staleTime: 60_000 });
  return (
    <Ask query={connections}>{(list) => (list.length === 0 ? <Empty>{t.eds.noConnections}</Empty> : (
      <Accordion variant="separated" keepMounted={false} defaultValue={list[0]!.keyword}>
        {list.map((each) => (
          <Accordion.Item key={each.keyword} value={each.keyword ?? ''}>
            <Accordion.Control>
              <Group gap="xs"><Text size="sm" fw={600}>{each.connection_name}</Text><Text size="xs" c="dimmed">{each.keyword}</Text>
                {each.transport?.application_type && <Badge color="gray">{statusText(each.transport.application_type.toLowerCase())}</Badge>}</Group>
            </Accordion.Control>
            <Accordion.Panel><Connection id={id} connection={each} /></Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    ))}</Ask>
  );
}

function Connection({ id, connection }: { id: number; connection: ConnectionDetail }) {
  const t = useText();
  const words = (list: string[] | undefined) => (list ?? []).map((each) => statusText(each.toLowerCase())).join(', ') || '–';
  const sides: [string, (side: SideView | undefined) => string][] = [
    [t.eds.size, (side) => sizeRange(side?.size, t.description.octets)],
    [t.eds.rpi, (side) => sizeRange(side?.rpi, (us) => `${us / 1000} ms`)],
    [t.eds.formatOf, (side) => side?.format || '–'],
    [t.eds.realTime, (side) => (side?.real_time_format ? statusText(side.real_time_format.toLowerCase()) : '–')],
    [t.eds.connectionType, (side) => words(side?.types)],
    [t.eds.priority, (side) => words(side?.priorities)],
    [t.eds.fixedOrVariable, (side) => [side?.fixed_size && t.eds.fixed, side?.variable_size && t.eds.variable].filter(Boolean).join(', ') || '–'],
  ];
  return (
    <Stack gap="sm">
      {connection.help_string && <Text size="sm">{connection.help_string}</Text>}
      <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="region" aria-label={connection.connection_name}>
        <Table>
          <Table.Thead><Table.Tr><Table.Th w={170} /><Table.Th>{t.eds.oToT}</Table.Th><Table.Th>{t.eds.tToO}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {sides.filter(([, value]) => [connection.o_to_t, connection.t_to_o].some((side) => value(side) !== '–')).map(([name, value]) => (
              <Table.Tr key={name}><Table.Th scope="row" fw={500}>{name}</Table.Th><Table.Td>{value(connection.o_to_t)}</Table.Td><Table.Td>{value(connection.t_to_o)}</Table.Td></Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Facts rows={[
        [t.eds.transportClass, connection.transport?.transport_classes?.join(', ')],
        [t.eds.triggers, words(connection.transport?.triggers)],
        [t.eds.transportWord, <span key="t" className="mono">{connection.trigger_transport}</span>],
        [t.eds.parameterWord, <span key="p" className="mono">{connection.connection_params}</span>],
        [t.eds.path, connection.path_hex && <Group key="path" gap="xs"><span className="mono">{connection.path_hex}</span><Copy text={connection.path_hex} /></Group>],
        [t.eds.segments, (connection.segments?.length ?? 0) > 0 && connection.segments!.map((each) => `${statusText((each.kind ?? '').toLowerCase())} ${each.text || each.value}`).join(' › ')],
        [t.eds.config, [connection.config_part1?.format, connection.config_part2?.format].filter(Boolean).join(', ')],
      ]} />
      <Recipe id={id} number={connection.connection_number!} />
    </Stack>
  );
}
