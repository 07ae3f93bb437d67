import { Button, Card, Group, SegmentedControl, SimpleGrid, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { decode, useLayout } from '../../api/queries';
import type { Decoded, Direction } from '../../api/types';
import { ConditionFields } from '../../components/ConditionFields';
import { Loading } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { ValueMeaning, ValueNumber } from '../../components/ValueText';
import { useText } from '../../i18n';
import { octetsOf } from '../../lib/bits';
import { cleanHex } from '../../lib/format';

/** Tries the description on octets typed in by hand. */
export function DecodePanel({ id }: { id: string }) {
  const t = useText();
  const layout = useLayout(id);
  const [direction, setDirection] = useState<Direction>('in');
  const [hex, setHex] = useState('');
  const [parameters, setParameters] = useState<Record<string, number>>({});
  const run = useMutation({ mutationFn: (octets: string) => decode(id, direction, octets, parameters) });
  if (layout.isLoading) {
    return <Loading />;
  }
  if (!layout.data) {
    return <ProblemAlert error={layout.error} retry={() => void layout.refetch()} />;
  }
  const frames = layout.data[direction] ?? [];
  const lengths = [...new Set(frames.map(octetsOf))].map((n) => t.description.octets(n)).join(' / ');
  const octets = cleanHex(hex);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Card withBorder>
        <form onSubmit={(event) => {
          event.preventDefault();
          if (octets) {
            run.mutate(octets);
          }
        }}>
          <Stack>
            <SegmentedControl aria-label={t.description.direction} value={direction}
              onChange={(value) => { setDirection(value as Direction); run.reset(); }}
              data={[{ value: 'in', label: t.device.input, disabled: !layout.data.in?.length },
                { value: 'out', label: t.device.output, disabled: !layout.data.out?.length }]} />
            <TextInput label={t.description.hex} description={t.description.hexHint(lengths || '–')} value={hex} spellCheck={false}
              autoComplete="off" classNames={{ input: 'mono' }} error={hex.trim() && !octets ? t.description.badHex : undefined}
              onChange={(event) => setHex(event.currentTarget.value)} />
            <ConditionFields parameters={layout.data.parameters ?? []} values={parameters} hint={t.description.conditionsText}
              onChange={setParameters} />
            <Group><Button type="submit" disabled={!octets} loading={run.isPending}>{t.description.run}</Button></Group>
          </Stack>
        </form>
      </Card>
      <div aria-live="polite">
        {run.error && <ProblemAlert error={run.error} />}
        {run.data && <Result decoded={run.data} />}
      </div>
    </SimpleGrid>
  );
}

function Result({ decoded }: { decoded: Decoded }) {
  const t = useText();
  return (
    <Card withBorder>
      <Title order={2} size="h5">{t.description.result}</Title>
      <Text size="xs" c="dimmed" mb="xs">{t.description.frame}: {decoded.frame.name ?? decoded.frame.id}</Text>
      <Table>
        <Table.Thead>
          <Table.Tr><Table.Th>{t.device.parameter}</Table.Th><Table.Th ta="right">{t.device.value}</Table.Th>
            <Table.Th>{t.device.meaning}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {decoded.values.map((value) => (
            <Table.Tr key={value.key} c={value.shown ? undefined : 'dimmed'}>
              <Table.Td>{value.name ?? value.key}</Table.Td>
              <Table.Td ta="right"><ValueNumber value={value} /></Table.Td>
              <Table.Td><ValueMeaning value={value} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
