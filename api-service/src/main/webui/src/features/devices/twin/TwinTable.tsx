import { Badge, Button, Group, Text } from '@mantine/core';
import type { IoddParameter } from '../../../api/types';
import { DataTable, type Column } from '../../../components/DataTable';
import { useText } from '../../../i18n';
import { timeText } from '../../../lib/dates';
import { keyOfPointer, millis, type Leaf } from '../../../lib/twin';
import { itemsOf } from '../../iodd/parameters';

/** Name and named value of a parameter or of an item of one. */
export function described(key: string, parameters: IoddParameter[]) {
  const [variable, subindex] = key.split('/');
  const parameter = parameters.find((each) => each.variable_id === variable);
  const item = subindex && parameter ? itemsOf(parameter).find((each) => String(each.subindex) === subindex) : undefined;
  const of = item ?? parameter;
  return {
    name: item ? `${parameter?.name ?? variable}: ${item.name ?? subindex}` : parameter?.name,
    named: (value: unknown) => of?.single_values?.find((each) => each.value === String(value))?.name ?? parameter?.enumeration_values?.[String(value)],
    unit: of?.unit,
    type: of?.data_type,
  };
}

/** Values of a twin: wanted and reported beside each other, with times and the reason of a rejection. */
export function TwinTable({ leaves, parameters, onEdit, onUnwant }: {
  leaves: Leaf[]; parameters: IoddParameter[]; onEdit?: (edit: { pointer: string; value: unknown }) => void; onUnwant?: (pointer: string) => void;
}) {
  const t = useText();
  const columns: Column<Leaf>[] = [
    {
      id: 'name', header: t.device.parameter, value: (each) => each.pointer,
      cell: (each) => {
        const { name } = described(keyOfPointer(each.pointer), parameters);
        return <><Text size="sm" fw={500}>{name ?? keyOfPointer(each.pointer)}</Text>{name && <Text size="xs" c="dimmed" className="mono">{keyOfPointer(each.pointer)}</Text>}</>;
      },
    },
    { id: 'desired', header: t.twin.desired, width: 210, cell: (each) => <Value leaf={each} value={each.desired} at={each.desiredAt} parameters={parameters} /> },
    { id: 'reported', header: t.twin.reported, width: 210, cell: (each) => <Value leaf={each} value={each.reported} at={each.reportedAt} parameters={parameters} /> },
    {
      id: 'state', header: t.twin.state, width: 230,
      cell: (each) => (each.rejected
        ? <><Badge color="red">{t.twin.rejected}</Badge><Text size="xs" c="red">{[each.rejected.reason, each.rejected.code].filter(Boolean).join(' · ')}</Text></>
        : each.open ? <Badge color="orange">{t.twin.waiting}</Badge> : each.desired !== undefined ? <Badge color="teal">{t.twin.equal}</Badge> : <Text size="sm" c="dimmed">–</Text>),
    },
    ...(onEdit ? [{
      id: 'edit', header: '', label: t.twin.edit, width: 170,
      cell: (each: Leaf) => (
        <Group gap={4}>
          <Button size="compact-xs" variant="light" onClick={() => onEdit({ pointer: each.pointer, value: each.desired ?? each.reported })}>{t.twin.edit}</Button>
          {each.desired !== undefined && <Button size="compact-xs" variant="subtle" onClick={() => onUnwant?.(each.pointer)}>{t.twin.unwant}</Button>}
        </Group>
      ),
    }] : []),
  ];
  return <DataTable label={t.twin.title} rows={leaves} columns={columns} rowKey={(each) => each.pointer} minWidth={820} />;
}

function Value({ leaf, value, at, parameters }: { leaf: Leaf; value: unknown; at?: number; parameters: IoddParameter[] }) {
  if (value === undefined) {
    return <Text size="sm" c="dimmed">–</Text>;
  }
  const { named, unit } = described(keyOfPointer(leaf.pointer), parameters);
  const name = named(value);
  return (
    <>
      <Text size="sm" className="number" style={{ overflowWrap: 'anywhere' }}>{typeof value === 'string' ? value : JSON.stringify(value)}{unit && ` ${unit}`}{name && <Text span size="xs" c="dimmed"> {name}</Text>}</Text>
      {at !== undefined && <Text size="xs" c="dimmed">{timeText(millis(at))}</Text>}
    </>
  );
}
