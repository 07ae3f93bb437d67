import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CommandRequest, LayoutField } from '../../api/types';
import { useText } from '../../i18n';
import { FieldInput, type FieldValue } from '../description/FieldInput';
import { ofOutput } from './commands';

/** Values for the output data of a device on a master. */
export function OutputCommand({ fields, onBody }: { fields: LayoutField[]; onBody: (body: CommandRequest | undefined) => void }) {
  const t = useText();
  const [typed, setTyped] = useState<Record<string, FieldValue>>({});
  return (
    <Stack gap={4} style={{ flex: '1 1 100%' }}>
      <Text size="sm" c="dimmed">{t.commands.outputText}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {fields.map((field) => (
          <FieldInput key={field.key} field={field} scaling={field.scalings?.[0]} value={typed[field.key] ?? ''} onChange={(value) => {
            const next = { ...typed, [field.key]: value };
            setTyped(next);
            onBody(ofOutput(next));
          }} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
