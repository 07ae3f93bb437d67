import { Stack, Table } from '@mantine/core';
import { useGet } from '../../api/call';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';

/** Racks and modules of a modular device. */
export function ModulesTab({ id }: { id: number }) {
  const t = useText();
  const modules = useGet('/api/eds/{id}/modules', { id }, {}, { staleTime: 60_000 });
  return (
    <Ask query={modules}>{(data) => {
      const list = data.modules ?? [];
      const modular = data.modular;
      return list.length === 0 && !modular ? <Empty>{t.eds.noModules}</Empty> : (
        <Stack>
          {modular && (
            <Block title={t.eds.modular}>
              <Facts rows={[
                [t.eds.width, modular.width], [t.eds.slots, modular.slots_in_rack], [t.eds.slotRule, modular.slot_display_rule],
                ...(modular.racks ?? []).map((each): [string, string] => [`${t.eds.rack} ${each.number}`,
                  `${each.vendor_code} / ${each.product_type} / ${each.product_code}${each.slots?.length ? ` · ${t.eds.slots} ${each.slots.join(', ')}` : ''}`]),
              ]} />
            </Block>
          )}
          {list.length > 0 && (
            <Block title={`${t.description.tabs.modules} (${list.length})`}>
              <Table>
                <Table.Thead><Table.Tr><Table.Th w={70}>#</Table.Th><Table.Th>{t.common.name}</Table.Th><Table.Th>{t.eds.entries}</Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>{list.map((each) => <Table.Tr key={each.number}><Table.Td className="number">{each.number}</Table.Td><Table.Td>{each.name}</Table.Td><Table.Td className="mono">{each.fields?.join(', ')}</Table.Td></Table.Tr>)}</Table.Tbody>
              </Table>
            </Block>
          )}
        </Stack>
      );
    }}</Ask>
  );
}
