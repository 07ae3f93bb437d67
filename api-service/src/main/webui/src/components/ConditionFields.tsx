import { NumberInput, Select, SimpleGrid, Text } from '@mantine/core';
import type { LayoutFrame, LayoutParameter } from '../api/types';
import { useText } from '../i18n';
import { parameterKey } from '../lib/bits';

/** Values that conditions of the frames, and of scalings in them, ask for. */
export function askedValues(key: string, frames: LayoutFrame[]): number[] {
  const all = frames.flatMap((frame) => [...(frame.when ?? []), ...(frame.fields ?? []).flatMap((field) => (field.scalings ?? []).flatMap((each) => each.when ?? []))]);
  return [...new Set(all.filter((each) => parameterKey(each) === key).map((each) => each.value))].sort((a, b) => a - b);
}

/** Input of the device parameters that choose between alternatives of the process data. Empty = the default. */
export function ConditionFields({ parameters, values, hint, onChange, frames = [] }: {
  parameters: LayoutParameter[];
  values: Record<string, number>;
  hint: string;
  onChange: (values: Record<string, number>) => void;
  frames?: LayoutFrame[];
}) {
  const t = useText();
  if (parameters.length === 0) {
    return null;
  }
  const set = (key: string, value: number | null) => {
    const next = { ...values };
    if (value === null) {
      delete next[key];
    } else {
      next[key] = value;
    }
    onChange(next);
  };
  return (
    <div>
      <Text size="xs" c="dimmed" mb={6}>{hint}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }}>
        {parameters.map((each) => {
          const key = parameterKey(each);
          const asked = askedValues(key, frames);
          const shared = {
            label: each.name ?? key, description: each.name ? key : undefined,
            placeholder: each.default === undefined ? undefined : t.description.defaultIs(each.default),
          };
          return asked.length > 0 ? (
            <Select key={key} {...shared} clearable data={[...new Set([...asked, ...(values[key] === undefined ? [] : [values[key]!])])].map(String)}
              value={values[key] === undefined ? null : String(values[key])} onChange={(value) => set(key, value === null ? null : Number(value))} />
          ) : (
            <NumberInput key={key} {...shared} value={values[key] ?? ''} allowDecimal={false} onChange={(value) => set(key, typeof value === 'number' ? value : null)} />
          );
        })}
      </SimpleGrid>
    </div>
  );
}
