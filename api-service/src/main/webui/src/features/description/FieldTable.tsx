import { Badge, Table, Text } from '@mantine/core';
import type { Decoded, LayoutField, LayoutFrame } from '../../api/types';
import { ValueMeaning, ValueNumber } from '../../components/ValueText';
import { useText } from '../../i18n';
import { statusText } from '../../lib/numbers';
import { rangeText, scalingText } from '../../lib/units';
import { colorOf } from './BitPicture';
import { Conditions } from './Conditions';

/** The fields of a frame in words; with decoded octets their values too. */
export function FieldTable({ frame, active, onActive, decoded }: {
  frame: LayoutFrame; active: string | null; onActive: (key: string | null) => void; decoded?: Decoded;
}) {
  const t = useText();
  const values = new Map((decoded?.values ?? []).map((value) => [value.key, value]));
  return (
    <Table.ScrollContainer minWidth={760} type="native" tabIndex={0} role="region" aria-label={t.description.fields}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.common.name}</Table.Th>{decoded && <Table.Th ta="right">{t.device.value}</Table.Th>}{decoded && <Table.Th>{t.device.meaning}</Table.Th>}
            <Table.Th ta="right">{t.description.offset}</Table.Th><Table.Th ta="right">{t.description.length}</Table.Th>
            <Table.Th>{t.description.type}</Table.Th><Table.Th>{t.description.scaling}</Table.Th><Table.Th>{t.description.values}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(frame.fields ?? []).map((field, i) => {
            const value = values.get(field.key);
            return (
              <Table.Tr key={field.key} bg={active === field.key ? 'var(--mantine-primary-color-light)' : undefined}
                onMouseEnter={() => onActive(field.key)} onMouseLeave={() => onActive(null)}>
                <Table.Td>
                  <span className="swatch" style={{ background: `var(--mantine-color-${colorOf(i)}-6)` }} /> {field.name ?? field.key}
                  <Text size="xs" c="dimmed" className="mono">{field.key}</Text>
                </Table.Td>
                {decoded && <Table.Td ta="right">{value ? <ValueNumber value={value} format={field.scalings?.[0]?.display_format} /> : '–'}</Table.Td>}
                {decoded && <Table.Td>{value && <ValueMeaning value={value} />}</Table.Td>}
                <Table.Td ta="right" className="number">{field.bit_offset}</Table.Td>
                <Table.Td ta="right" className="number">{field.bit_length}</Table.Td>
                <Table.Td>{field.type}</Table.Td>
                <Table.Td><Scalings field={field} /></Table.Td>
                <Table.Td><Meanings field={field} /></Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Scalings({ field }: { field: LayoutField }) {
  return (
    <>
      {(field.scalings ?? []).map((each, i) => (
        <Text key={i} size="xs" component="div">{scalingText(each.gradient, each.offset, each.unit) || '–'} {each.display_format && <Text span size="xs" c="dimmed">{each.display_format}</Text>} <Conditions when={each.when} /></Text>
      ))}
    </>
  );
}

function Meanings({ field }: { field: LayoutField }) {
  return (
    <>
      {(field.ranges ?? []).map((each) => <Text key={`${each.lower}`} size="xs">{rangeText(each.lower, each.upper)} {each.name}</Text>)}
      {(field.labels ?? []).slice(0, 8).map((each) => <Text key={each.value} size="xs">{each.value} = {each.text}</Text>)}
      {(field.labels?.length ?? 0) > 8 && <Text size="xs" c="dimmed" title={field.labels!.map((each) => `${each.value} = ${each.text}`).join('\n')}>+ {field.labels!.length - 8}</Text>}
      {(field.specials ?? []).map((each) => <Text key={each.value} size="xs" component="div">{each.value} = <Badge size="xs" color="orange">{each.text ?? statusText(each.status)}</Badge></Text>)}
    </>
  );
}
