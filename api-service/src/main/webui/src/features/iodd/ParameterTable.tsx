import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { IoddParameter, TypeView } from '../../api/types';
import { DataTable, type Column } from '../../components/DataTable';
import { ChevronIcon } from '../../components/Icons';
import { useText } from '../../i18n';
import { scalingText } from '../../lib/units';
import { allowed, itemMatches, itemsOf, lines, type Line } from './parameters';

/** Parameters as a tree: record items stand below their record. What a search finds in a record is open, and so is the record asked for. */
export function ParameterTable({ parameters, wanted = '', opened }: { parameters: IoddParameter[]; wanted?: string; opened?: string }) {
  const t = useText();
  const [turned, setTurned] = useState<Set<string>>(new Set());
  const [all, setAll] = useState(false);
  const isOpen = (each: IoddParameter) => {
    const found = (!!opened && each.variable_id === opened) || (!!wanted && itemsOf(each).some((item) => itemMatches(item, wanted)));
    return (all || found) !== turned.has(each.variable_id ?? '');
  };
  const rows = useMemo(() => lines(parameters, isOpen), [parameters, turned, all, wanted, opened]);
  const turn = (id: string) => setTurned((before) => {
    const next = new Set(before);
    if (!next.delete(id)) {
      next.add(id);
    }
    return next;
  });
  const records = parameters.filter((each) => itemsOf(each).length > 0).length;
  const columns: Column<Line>[] = [
    {
      id: 'index', header: t.description.index, width: 90, right: true,
      cell: ({ parameter, item }) => <span className="number">{item ? `.${item.subindex}` : parameter.index ?? '–'}</span>,
    },
    {
      id: 'name', header: t.common.name,
      cell: ({ parameter, item, depth }) => (
        <Group gap={4} wrap="nowrap" align="flex-start" pl={depth * 26}>
          {depth === 0 && itemsOf(parameter).length > 0 && (
            <ActionIcon variant="subtle" color="gray" size="sm" aria-expanded={isOpen(parameter)} data-open={isOpen(parameter) || undefined} className="turner"
              aria-label={isOpen(parameter) ? t.description.closeRecord(parameter.name ?? '') : t.description.openRecord(parameter.name ?? '')}
              onClick={() => turn(parameter.variable_id ?? '')}><ChevronIcon size={14} /></ActionIcon>
          )}
          <div style={{ minWidth: 0 }}>
            <Group gap={6}>
              <Text size="sm" fw={depth === 0 ? 500 : undefined}>{item ? item.name ?? t.description.item(item.subindex ?? 0) : parameter.name ?? parameter.variable_id}</Text>
              {!item && parameter.standard && <Badge size="xs" color="gray">{t.description.standard}</Badge>}
              {!item && parameter.dynamic && <Badge size="xs" color="blue">{t.description.dynamic}</Badge>}
            </Group>
            {(item ?? parameter).description && <Text size="xs" c="dimmed" lineClamp={2} title={(item ?? parameter).description}>{(item ?? parameter).description}</Text>}
          </div>
        </Group>
      ),
    },
    {
      id: 'type', header: t.description.type, width: 130,
      cell: ({ parameter, item }) => (
        <>{(item ?? parameter).data_type ?? '–'}<Text size="xs" c="dimmed">{sizeOf(item ?? parameter, t.description.bits, item ? undefined : parameter.type)}{item && ` · ${t.description.bit} ${item.bit_offset}`}</Text></>
      ),
    },
    { id: 'access', header: t.description.access, width: 75, cell: ({ parameter, item }) => (item?.access_rights ?? parameter.access_rights)?.toLowerCase() ?? '–' },
    { id: 'default', header: t.description.default, width: 120, cell: ({ parameter, item }) => <span style={{ overflowWrap: 'anywhere' }}>{(item ?? parameter).default_value ?? '–'}</span> },
    { id: 'scaling', header: t.description.scaling, width: 120, cell: ({ parameter, item }) => scalingText((item ?? parameter).gradient, (item ?? parameter).offset, (item ?? parameter).unit) || '–' },
    { id: 'allowed', header: t.description.range, width: 220, cell: ({ parameter, item }) => <Allowed texts={allowed(item ?? parameter)} /> },
  ];
  return (
    <>
      {records > 0 && (
        <Group><Button size="compact-xs" variant="subtle" onClick={() => { setAll(!all); setTurned(new Set()); }}>{all ? t.description.closeAll : t.description.openAll(records)}</Button></Group>
      )}
      <DataTable label={t.description.tabs.parameters} rows={rows} columns={columns} rowKey={(line) => line.key} minWidth={980} />
    </>
  );
}

/** Bits of a value; of an array its elements. */
function sizeOf(of: { bit_length?: number }, bits: (n: number) => string, type?: TypeView): string {
  return type?.count && type.element_type ? `${type.count} × ${type.element_type.data_type} ${bits(type.element_type.bit_length ?? 0)}` : of.bit_length ? bits(of.bit_length) : '';
}

function Allowed({ texts }: { texts: string[] }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? texts : texts.slice(0, 3);
  return (
    <>
      {shown.map((text) => <Text key={text} size="xs">{text}</Text>)}
      {texts.length > 3 && <Button size="compact-xs" variant="subtle" px={2} onClick={() => setAll(!all)}>{all ? t.common.fewer : t.common.more(texts.length - 3)}</Button>}
    </>
  );
}
