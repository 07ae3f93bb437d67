import { Badge, Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useLayout } from '../../api/queries';
import type { LayoutCondition, LayoutField, LayoutFrame, LayoutScaling } from '../../api/types';
import { Loading } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { parameterKey } from '../../lib/bits';
import { statusText } from '../../lib/format';
import { BitPicture, colorOf } from './BitPicture';

/** The compiled process data: every alternative of both directions, as a picture of its bits and as a table. */
export function LayoutPanel({ id }: { id: string }) {
  const t = useText();
  const layout = useLayout(id);
  if (layout.isLoading) {
    return <Loading />;
  }
  if (!layout.data) {
    return <ProblemAlert error={layout.error} retry={() => void layout.refetch()} />;
  }
  const { in: input = [], out: output = [] } = layout.data;
  if (input.length + output.length === 0) {
    return <Text c="dimmed">{t.description.noLayout}</Text>;
  }
  return (
    <Stack>
      {input.map((frame) => <FrameCard key={`in-${frame.id}`} frame={frame} title={t.description.input} />)}
      {output.map((frame) => <FrameCard key={`out-${frame.id}`} frame={frame} title={t.description.output} />)}
    </Stack>
  );
}

function FrameCard({ frame, title }: { frame: LayoutFrame; title: string }) {
  const t = useText();
  const [active, setActive] = useState<string | null>(null);
  const fields = frame.fields ?? [];
  const conditions = useConditions();
  const octets = frame.bit_length % 8 === 0 ? t.description.octets(frame.bit_length / 8) : t.description.bits(frame.bit_length);
  return (
    <Card withBorder>
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} size="h5">{frame.name ?? frame.id}</Title>
          <Text size="xs" c="dimmed">{title} · {octets}</Text>
        </div>
        {(frame.when?.length ?? 0) > 0 && <Badge variant="light" tt="none">{t.description.when} {conditions(frame.when!)}</Badge>}
      </Group>
      <BitPicture frame={frame} active={active} onActive={setActive} />
      <Table.ScrollContainer minWidth={640} mt="md">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.common.name}</Table.Th><Table.Th>{t.description.type}</Table.Th>
              <Table.Th ta="right">{t.description.offset}</Table.Th><Table.Th ta="right">{t.description.length}</Table.Th>
              <Table.Th>{t.description.scaling}</Table.Th><Table.Th>{t.description.values}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map((field, i) => (
              <Table.Tr key={field.key} onMouseEnter={() => setActive(field.key)} onMouseLeave={() => setActive(null)}
                bg={active === field.key ? 'var(--mantine-primary-color-light)' : undefined}>
                <Table.Td>
                  <Group gap={8} wrap="nowrap">
                    <span className="swatch" style={{ background: `var(--mantine-color-${colorOf(i)}-filled)` }} />
                    <div>
                      <Text size="sm">{field.name ?? field.key}</Text>
                      <Text size="xs" c="dimmed" className="mono">{field.key}</Text>
                    </div>
                  </Group>
                </Table.Td>
                <Table.Td>{statusText(field.type)}</Table.Td>
                <Table.Td ta="right" className="number">{field.bit_offset}</Table.Td>
                <Table.Td ta="right" className="number">{t.description.bits(field.bit_length)}</Table.Td>
                <Table.Td>{(field.scalings ?? []).map((each, j) => <ScalingText key={j} scaling={each} />)}</Table.Td>
                <Table.Td><Meanings field={field} /></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

function useConditions() {
  return (when: LayoutCondition[]) => when.map((each) => `${parameterKey(each)} = ${each.value}`).join(', ');
}

function ScalingText({ scaling }: { scaling: LayoutScaling }) {
  const t = useText();
  const conditions = useConditions();
  const parts = [
    scaling.gradient !== undefined && `× ${scaling.gradient}`,
    scaling.offset !== undefined && `${scaling.offset < 0 ? '−' : '+'} ${Math.abs(scaling.offset)}`,
    scaling.unit,
  ].filter(Boolean).join(' ');
  return (
    <Text size="sm">
      {parts || '–'}
      {(scaling.when?.length ?? 0) > 0 && <Text span size="xs" c="dimmed"> {t.description.when} {conditions(scaling.when!)}</Text>}
    </Text>
  );
}

const SHOWN = 6;

function Meanings({ field }: { field: LayoutField }) {
  const lines = [
    ...(field.ranges ?? []).map((each) => `${each.lower} … ${each.upper}${each.name ? ` ${each.name}` : ''}`),
    ...(field.labels ?? []).map((each) => `${each.value} = ${each.text}`),
    ...(field.specials ?? []).map((each) => `${each.value} = ${each.text || statusText(each.status)}`),
  ];
  return (
    <div title={lines.length > SHOWN ? lines.join('\n') : undefined}>
      {lines.slice(0, SHOWN).map((line, i) => <Text key={i} size="xs">{line}</Text>)}
      {lines.length > SHOWN && <Text size="xs" c="dimmed">+ {lines.length - SHOWN}</Text>}
    </div>
  );
}
