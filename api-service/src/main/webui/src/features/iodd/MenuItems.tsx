import { Fieldset, Stack, Text } from '@mantine/core';
import type { MenuItemView, MenuView } from '../../api/types';
import { useText } from '../../i18n';
import { holds, keyOf, type ParameterSet } from '../../lib/menus';
import { MenuButton } from './MenuButton';
import { MenuField } from './MenuField';

export interface MenuContext {
  menus: Map<string | undefined, MenuView>;
  valueOf: (key: string) => string | undefined;
  /** Values before anything was set. */
  start: ParameterSet;
  /** What was set. */
  set: ParameterSet;
  change: (key: string, value: string | null) => void;
}

const DEEPEST = 8;

/** What a menu shows now: fields, buttons and the menus in it whose conditions hold. */
export function MenuItems({ menu, context, path }: { menu: MenuView; context: MenuContext; path: string[] }) {
  const t = useText();
  const items = (menu.items ?? []).filter((item) => holds(item.condition, context.valueOf));
  const hidden = (menu.items ?? []).length - items.length;
  return (
    <Stack gap={6}>
      {items.map((item, i) => <Item key={`${item.variable_id ?? item.menu_ref}-${item.subindex ?? ''}-${i}`} item={item} context={context} path={path} />)}
      {items.length === 0 && <Text size="sm" c="dimmed">{t.menus.empty}</Text>}
      {hidden > 0 && <Text size="xs" c="dimmed">{t.menus.hidden(hidden)}</Text>}
    </Stack>
  );
}

function Item({ item, context, path }: { item: MenuItemView; context: MenuContext; path: string[] }) {
  const t = useText();
  if (item.menu_ref) {
    const menu = context.menus.get(item.menu_ref);
    if (!menu || path.includes(item.menu_ref) || path.length > DEEPEST) {
      return null;
    }
    const why = item.condition && t.menus.because(item.condition.condition_variable_name ?? item.condition.condition_variable_id ?? '',
      item.condition.condition_value_name ?? String(item.condition.condition_value));
    return (
      <Fieldset legend={menu.name ?? item.menu_ref} className="menu">
        {why && <Text size="xs" c="dimmed" mb={4}>{why}</Text>}
        <MenuItems menu={menu} context={context} path={[...path, item.menu_ref]} />
      </Fieldset>
    );
  }
  return item.buttons?.length ? <MenuButton item={item} /> : <MenuField item={item} context={context} name={keyOf(item)} />;
}
