import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useGet, useWhole } from '../../api/call';
import type { GroupView1 as GroupView, ParameterView } from '../../api/types';
import { Ask } from '../../components/Ask';
import { SearchIcon } from '../../components/Icons';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';
import { csv, fileName, saveText } from '../../lib/save';
import { EdsParameterTable } from './EdsParameterTable';

/** Parameters of the file with enumerations, scaling links and groups. */
export function EdsParametersTab({ id, product }: { id: number; product: string }) {
  const parameters = useWhole('/api/eds/{id}/parameters', { id }, {}, { staleTime: 60_000 });
  const groups = useGet('/api/eds/{id}/groups', { id }, {}, { staleTime: 60_000 });
  return <Ask query={parameters}>{(list) => <Filtered parameters={list} groups={groups.data?.groups ?? []} product={product} />}</Ask>;
}

function Filtered({ parameters, groups, product }: { parameters: ParameterView[]; groups: GroupView[]; product: string }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string | null) => setSearch((before) => {
    const next = new URLSearchParams(before);
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
    return next;
  }, { replace: true });
  const text = search.get('q') ?? '';
  const group = search.get('group') ?? '';
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const members = useMemo(() => new Set(groups.find((each) => String(each.group_number) === group)?.parameter_numbers), [groups, group]);
  const found = useMemo(() => parameters.filter((each) => (!group || members.has(each.param_number!))
    && (!wanted || [each.param_name, each.help, String(each.param_number), each.units].some((part) => part?.toLowerCase().includes(wanted)))), [parameters, wanted, group, members]);
  const rows = [['number', 'name', 'type', 'size', 'default', 'min', 'max', 'unit', 'read_only', 'values', 'help'], ...found.map((each) => [
    each.param_number, each.param_name, each.data_type, each.data_size, each.default_value, each.min_value, each.max_value, each.units, each.read_only,
    Object.entries(each.enumeration_values ?? {}).map(([value, name]) => `${value} = ${name}`).join('; '), each.help])];
  if (parameters.length === 0) {
    return <Empty>{t.eds.noParameters}</Empty>;
  }
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <TextInput type="search" value={text} placeholder={t.eds.filter} aria-label={t.eds.filter} style={{ flex: '1 1 14rem' }} maw={380}
          leftSection={<SearchIcon size={16} />} onChange={(event) => set('q', event.currentTarget.value)} />
        {groups.length > 0 && (
          <Select aria-label={t.eds.group} placeholder={t.eds.group} clearable searchable w={240} value={group || null} onChange={(value) => set('group', value)}
            data={groups.map((each) => ({ value: String(each.group_number), label: `${each.group_name} (${each.parameter_count})` }))} />
        )}
        <Text size="sm" c="dimmed">{t.common.ofCount(found.length, parameters.length)}</Text>
        <Button variant="light" size="xs" ml="auto" onClick={() => saveText(`${fileName(product)}_parameters.csv`, csv(rows), 'text/csv')}>CSV</Button>
        <Button variant="light" size="xs" onClick={() => saveText(`${fileName(product)}_parameters.json`, JSON.stringify(found, null, 2), 'application/json')}>JSON</Button>
      </Group>
      {found.length === 0 ? <Empty>{t.description.noParameters}</Empty> : <EdsParameterTable parameters={found} all={parameters} />}
    </Stack>
  );
}
