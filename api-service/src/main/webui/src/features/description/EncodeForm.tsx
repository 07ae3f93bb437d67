import { Button, Group, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import type { Decoded, LayoutFrame, LayoutParameter } from '../../api/types';
import { useText } from '../../i18n';
import { scalingOf } from '../../lib/bits';
import { FieldInput, type FieldValue } from './FieldInput';

/** Takes values for the fields of a frame; those that are left alone keep the bits that stand in the octets. */
export function EncodeForm({ frame, values, parameters, decoded, busy, onEncode }: {
  frame: LayoutFrame; values: Record<string, number>; parameters: LayoutParameter[]; decoded?: Decoded; busy: boolean;
  onEncode: (values: Record<string, unknown>) => void;
}) {
  const t = useText();
  const [typed, setTyped] = useState<Record<string, FieldValue>>({});
  const known = new Map((decoded?.values ?? []).map((value) => [value.key, value.value]));
  const wanted = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '' && value !== null));
  return (
    <form onSubmit={(event) => { event.preventDefault(); onEncode(wanted); }}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {(frame.fields ?? []).map((field) => (
          <FieldInput key={field.key} field={field} scaling={scalingOf(field, values, parameters)} value={typed[field.key] ?? ''} known={known.get(field.key)}
            onChange={(value) => setTyped({ ...typed, [field.key]: value })} />
        ))}
      </SimpleGrid>
      <Group mt="sm" gap="xs">
        <Button type="submit" size="sm" loading={busy} disabled={Object.keys(wanted).length === 0}>{t.description.encode}</Button>
        <Button size="sm" variant="subtle" onClick={() => setTyped({})}>{t.common.clear}</Button>
      </Group>
    </form>
  );
}
