import { Badge, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { get } from '../../api/client';
import { useGet } from '../../api/call';
import type { AssemblyView1 as AssemblyView, Layout } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';
import { ProcessData } from '../description/ProcessDataTab';

/** The assemblies of the file: what each holds, where it lies, and both ways between octets and values. */
export function AssembliesTab({ id, product }: { id: number; product: string }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const assemblies = useGet('/api/eds/{id}/assemblies', { id }, {}, { staleTime: 60_000 });
  return (
    <Ask query={assemblies}>{(data) => {
      const list = [...(data.fixed ?? []), ...(data.variable ?? [])];
      const chosen = list.find((each) => each.keyword === search.get('assembly')) ?? list[0];
      if (!chosen) {
        return <Empty>{t.eds.noAssemblies}</Empty>;
      }
      return (
        <Stack>
          <Select label={t.eds.assembly} searchable allowDeselect={false} value={chosen.keyword} maw={720}
            data={list.map((each) => ({ value: each.keyword!, label: `${each.keyword} · ${each.assembly_name || '–'}` }))}
            onChange={(value) => setSearch((before) => { const next = new URLSearchParams(before); next.set('assembly', value ?? ''); next.delete('direction'); return next; }, { replace: true })} />
          <Assembly key={chosen.keyword} id={id} assembly={chosen} product={product} />
        </Stack>
      );
    }}</Ask>
  );
}

function Assembly({ id, assembly, product }: { id: number; assembly: AssemblyView; product: string }) {
  const t = useText();
  const path = `/api/eds/${id}/assemblies/${encodeURIComponent(assembly.keyword!)}`;
  const layout = useQuery({ queryKey: ['assembly-layout', path], queryFn: ({ signal }) => get<Layout>(`${path}/layout`, signal), retry: false, staleTime: 60_000 });
  return (
    <>
      <Block title={assembly.assembly_name || assembly.keyword!} aside={<Group gap={6}>{assembly.assembly_type && <Badge color="gray">{assembly.assembly_type}</Badge>}{assembly.variable && <Badge color="blue">{t.eds.variable}</Badge>}</Group>}>
        <Facts rows={[
          [t.eds.instance, assembly.instance ?? assembly.assembly_number],
          [t.eds.size, assembly.size !== undefined ? t.description.octets(assembly.size) : assembly.size_parameter],
          [t.eds.maxSize, assembly.max_size !== undefined && t.description.octets(assembly.max_size)],
          [t.eds.path, assembly.path && <span className="mono">{assembly.path}</span>],
          [t.eds.usedBy, (assembly.used_by_connections?.length ?? 0) > 0 && assembly.used_by_connections!.map((each) => `${each.connection_name ?? each.connection_number} (${each.direction})`).join(', ')],
        ]} />
      </Block>
      {layout.data ? <ProcessData layout={layout.data} product={`${product}_${assembly.keyword}`} path={path} /> : layout.error ? <Members assembly={assembly} why={layout.error.message} /> : null}
    </>
  );
}

/** What an assembly holds where no layout can be made of it, and why not. */
function Members({ assembly, why }: { assembly: AssemblyView; why: string }) {
  const t = useText();
  return (
    <Block title={t.eds.members}>
      <Text size="sm" c="dimmed" mb="xs">{why}</Text>
      <Table>
        <Table.Thead><Table.Tr><Table.Th ta="right" w={80}>{t.description.length}</Table.Th><Table.Th w={160}>{t.eds.reference}</Table.Th><Table.Th>{t.common.name}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {(assembly.members ?? []).map((each, i) => (
            <Table.Tr key={i}><Table.Td ta="right" className="number">{each.bits ?? each.size_parameter}</Table.Td><Table.Td className="mono">{each.reference || '–'}</Table.Td><Table.Td>{each.name || '–'}</Table.Td></Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Block>
  );
}
