import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLayout } from '../../api/queries';
import type { Direction, Layout } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { ConditionFields } from '../../components/ConditionFields';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';
import { frameHolds } from '../../lib/bits';
import { csv, fileName, saveText } from '../../lib/save';
import { scalingText } from '../../lib/units';
import { FramePanel } from './FramePanel';

/** The compiled process data: drawn, decoded and encoded; conditions are switched by hand. */
export function ProcessDataTab({ id, product }: { id: string; product: string }) {
  const layout = useLayout(id);
  return <Ask query={layout}>{(data) => <ProcessData layout={data} product={product} path={`/api/descriptions/${id}`} />}</Ask>;
}

/** Process data of any layout of the API; `path` is where it is decoded and encoded. */
export function ProcessData({ layout, product, path }: { layout: Layout; product: string; path: string }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const [values, setValues] = useState<Record<string, number>>({});
  const directions = (['in', 'out'] as Direction[]).filter((each) => layout[each]?.length);
  const direction = directions.find((each) => each === search.get('direction')) ?? directions[0];
  if (!direction) {
    return <Empty>{t.description.noLayout}</Empty>;
  }
  const parameters = layout.parameters ?? [];
  const frames = layout[direction]!;
  const current = frames.find((frame) => frameHolds(frame, values, parameters));
  const save = () => saveText(`${fileName(product)}_processdata.csv`, csv([
    ['direction', 'frame', 'key', 'name', 'bit_offset', 'bit_length', 'type', 'scaling', 'labels'],
    ...(['in', 'out'] as Direction[]).flatMap((each) => (layout[each] ?? []).flatMap((frame) => (frame.fields ?? []).map((field) => [
      each, frame.id, field.key, field.name, field.bit_offset, field.bit_length, field.type,
      (field.scalings ?? []).map((one) => scalingText(one.gradient, one.offset, one.unit)).join(' / '),
      (field.labels ?? []).map((one) => `${one.value} = ${one.text}`).join('; '),
    ]))),
  ]), 'text/csv');
  return (
    <Stack>
      <Group justify="space-between">
        <Group gap="xs">
          <SegmentedControl aria-label={t.description.direction} value={direction} size="xs"
          data={directions.map((each) => ({ value: each, label: each === 'in' ? t.description.inputShort : t.description.outputShort }))}
          onChange={(value) => setSearch((before) => { const next = new URLSearchParams(before); next.set('direction', value); return next; }, { replace: true })} />
        <Text size="xs" c="dimmed">{direction === 'in' ? t.description.input : t.description.output}</Text>
        </Group>
        <Group gap="xs">
          <Button size="xs" variant="light" onClick={save}>CSV</Button>
          <Button size="xs" variant="light" onClick={() => saveText(`${fileName(product)}_processdata.json`, JSON.stringify(layout, null, 2), 'application/json')}>JSON</Button>
        </Group>
      </Group>
      {parameters.length > 0 && (
        <Block title={t.description.conditions}>
          <ConditionFields parameters={parameters} values={values} hint={t.description.conditionsText} onChange={setValues} frames={[...(layout.in ?? []), ...(layout.out ?? [])]} />
        </Block>
      )}
      {current
        ? <FramePanel key={current.id} frame={current} direction={direction} values={values} parameters={parameters} path={path} alternatives={frames.length} />
        : <Alert color="orange">{t.description.noFrame}</Alert>}
    </Stack>
  );
}
