import { Badge, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ParameterView } from '../../api/types';
import { Pager } from '../../components/Pager';
import { SearchIcon } from '../../components/Icons';
import { useText } from '../../i18n';
import { statusText } from '../../lib/format';

const SIZE = 50;

/** Parameters of the device (ISDU), filtered by name, id, index or text. */
export function ParametersPanel({ parameters }: { parameters: ParameterView[] }) {
  const t = useText();
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const found = useMemo(() => parameters.filter((each) => !wanted
    || [each.name, each.variable_id, each.description, String(each.index ?? '')].some((part) => part?.toLowerCase().includes(wanted))),
  [parameters, wanted]);
  return (
    <Stack>
      <TextInput type="search" value={text} placeholder={t.description.filter} aria-label={t.description.filter} maw={400}
        leftSection={<SearchIcon size={16} />} onChange={(event) => { setText(event.currentTarget.value); setPage(1); }} />
      {found.length === 0 ? <Text c="dimmed">{t.description.noParameters}</Text> : (
        <Table.ScrollContainer minWidth={720}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th ta="right">{t.description.index}</Table.Th><Table.Th>{t.common.name}</Table.Th>
                <Table.Th>{t.description.type}</Table.Th><Table.Th>{t.description.access}</Table.Th>
                <Table.Th>{t.description.default}</Table.Th><Table.Th>{t.description.range}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.slice((page - 1) * SIZE, page * SIZE).map((each) => (
                <Table.Tr key={each.variable_id}>
                  <Table.Td ta="right" className="number">{each.index ?? '–'}</Table.Td>
                  <Table.Td maw={420}>
                    <Group gap={6}>
                      <Text size="sm" fw={500}>{each.name ?? each.variable_id}</Text>
                      {each.standard && <Badge size="xs" variant="light" color="gray">{t.description.standard}</Badge>}
                    </Group>
                    {each.description && <Text size="xs" c="dimmed" lineClamp={2}>{each.description}</Text>}
                  </Table.Td>
                  <Table.Td>{each.data_type ?? '–'}</Table.Td>
                  <Table.Td>{each.access_rights?.toLowerCase() ?? '–'}</Table.Td>
                  <Table.Td>{each.default_value ?? '–'}</Table.Td>
                  <Table.Td><Values parameter={each} /></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Pager page={page} size={SIZE} total={found.length} onChange={setPage} />
    </Stack>
  );
}

function Values({ parameter }: { parameter: ParameterView }) {
  const lines = Object.entries(parameter.enumeration_values ?? {}).map(([value, name]) => `${value} = ${name}`);
  const range = parameter.min_value !== undefined || parameter.max_value !== undefined
    ? `${parameter.min_value ?? ''} … ${parameter.max_value ?? ''} ${parameter.unit ?? ''}` : statusText(parameter.unit ?? '');
  return (
    <div title={lines.length > 4 ? lines.join('\n') : undefined}>
      {range && <Text size="xs">{range}</Text>}
      {lines.slice(0, 4).map((line) => <Text key={line} size="xs">{line}</Text>)}
      {lines.length > 4 && <Text size="xs" c="dimmed">+ {lines.length - 4}</Text>}
    </div>
  );
}
