import { Accordion, Alert, Badge, Group, List, Text } from '@mantine/core';
import { DataTable, type Column } from '../../components/DataTable';
import { useText } from '../../i18n';

export interface Changed {
  change?: string;
  path?: string;
  entry?: string;
  attribute?: string;
  old_value?: string;
  new_value?: string;
  message?: string;
}

interface Consequent {
  message?: string;
  /** Of an EDS: the assembly that they are about. */
  assembly?: string;
  consequences?: { message?: string }[];
}

export interface Comparison {
  from?: { id?: number; product_name?: string; document_version?: string; revision?: string };
  to?: { id?: number; product_name?: string; document_version?: string; revision?: string };
  identical?: boolean;
  areas?: { area?: string; added?: number; removed?: number; changed?: number; changes?: Changed[] }[];
  consequences?: Consequent[];
}

const COLORS: Record<string, string> = { added: 'teal', removed: 'red', changed: 'orange' };

/** What it means for who reads the values comes first; then every change by area. */
export function ChangeAreas({ comparison }: { comparison: Comparison }) {
  const t = useText();
  const consequences = (comparison.consequences ?? []).flatMap((each) => (each.consequences
    ? each.consequences.map((one) => `${each.assembly ?? ''}: ${one.message ?? ''}`) : [each.message ?? '']));
  const columns: Column<Changed>[] = [
    { id: 'change', header: t.compare.change, width: 100, value: (each) => each.change, cell: (each) => <Badge size="sm" color={COLORS[each.change ?? ''] ?? 'gray'}>{(t.compare.kinds as Record<string, string>)[each.change ?? ''] ?? each.change}</Badge> },
    { id: 'where', header: t.compare.where, value: (each) => each.path ?? each.entry, cell: (each) => <Text size="xs" className="mono" style={{ overflowWrap: 'anywhere' }}>{each.path?.replace(/^ProfileBody\//, '') ?? [each.entry, each.attribute].filter(Boolean).join(' · ')}</Text> },
    { id: 'old', header: t.compare.before, width: 200, cell: (each) => <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{each.old_value ?? '–'}</Text> },
    { id: 'new', header: t.compare.after, width: 200, cell: (each) => <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{each.new_value ?? '–'}</Text> },
  ];
  return (
    <>
      {consequences.length > 0 && (
        <Alert color="orange" title={t.compare.consequences} mb="sm">
          <List size="sm">{consequences.map((text, i) => <List.Item key={i}>{text}</List.Item>)}</List>
        </Alert>
      )}
      {comparison.identical && <Text size="sm" c="dimmed">{t.compare.same}</Text>}
      <Accordion multiple variant="contained">
        {(comparison.areas ?? []).map((area) => (
          <Accordion.Item key={area.area} value={area.area ?? ''}>
            <Accordion.Control>
              <Group gap="xs">
                <Text size="sm" fw={500}>{(t.compare.areas as Record<string, string>)[area.area ?? ''] ?? area.area}</Text>
                {(['added', 'removed', 'changed'] as const).filter((each) => area[each]).map((each) => <Badge key={each} size="sm" color={COLORS[each]}>{t.compare.kinds[each]} {area[each]}</Badge>)}
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <DataTable label={area.area ?? ''} rows={area.changes ?? []} columns={columns} rowKey={(each) => `${each.change}-${each.path ?? each.entry}-${each.attribute ?? ''}-${each.new_value ?? ''}`} height={420} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </>
  );
}
