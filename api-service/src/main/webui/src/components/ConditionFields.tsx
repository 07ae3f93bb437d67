import { NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import type { LayoutParameter } from '../api/types';
import { useText } from '../i18n';
import { parameterKey } from '../lib/bits';

/** Input of the device parameters that choose between alternatives of the process data. Empty = the default. */
export function ConditionFields({ parameters, values, hint, onChange }: {
  parameters: LayoutParameter[];
  values: Record<string, number>;
  hint: string;
  onChange: (values: Record<string, number>) => void;
}) {
  const t = useText();
  if (parameters.length === 0) {
    return null;
  }
  return (
    <Stack gap={6}>
      <div>
        <Text size="sm" fw={500}>{t.description.conditions}</Text>
        <Text size="xs" c="dimmed">{hint}</Text>
      </div>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {parameters.map((each) => {
          const key = parameterKey(each);
          return (
            <NumberInput key={key} label={each.name ?? key} description={each.name ? key : undefined}
              placeholder={each.default === undefined ? undefined : String(each.default)}
              value={values[key] ?? ''} allowDecimal={false}
              onChange={(value) => {
                const next = { ...values };
                if (typeof value === 'number') {
                  next[key] = value;
                } else {
                  delete next[key];
                }
                onChange(next);
              }} />
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}
