import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { MenuItemView } from '../../api/types';
import { useText } from '../../i18n';
import { SendDialog } from './SendDialog';

/** Buttons of a menu write a value into a parameter, mostly a system command: at a device that is chosen. */
export function MenuButton({ item }: { item: MenuItemView }) {
  const t = useText();
  const [value, setValue] = useState<string | null>(null);
  const names = new Map((item.single_values ?? []).map((each) => [each.value, each.name]));
  return (
    <>
      {(item.buttons ?? []).map((button) => {
        const label = names.get(button.button_value) ?? item.enumeration_values?.[button.button_value ?? ''] ?? `${item.parameter_name ?? item.variable_id} = ${button.button_value}`;
        return (
          <Group key={button.button_value} gap="sm" wrap="nowrap" align="center">
            <Button size="xs" variant="default" onClick={() => setValue(button.button_value ?? null)}>{label}</Button>
            <Text size="xs" c="dimmed">{button.description}</Text>
            {value === button.button_value && (
              <SendDialog title={label} onClose={() => setValue(null)} done={button.action_started_message ?? t.menus.sent}
                command={{ command: 'write_parameter', parameter: item.variable_id, value: Number(value), ...(item.subindex ? { subindex: item.subindex } : {}) }} />
            )}
          </Group>
        );
      })}
    </>
  );
}
