import { Accordion, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useGet, useWhole } from '../../api/call';
import type { IoddParameter, MenusView, RoleView } from '../../api/types';
import { useTextLanguage } from '../../app/preferences';
import { Ask } from '../../components/Ask';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';
import type { ParameterSet } from '../../lib/menus';
import { MenuItems, type MenuContext } from './MenuItems';
import { itemsOf } from './parameters';
import { SetPanel } from './SetPanel';

const PARTS = ['identification_menu', 'parameter_menu', 'observation_menu', 'diagnosis_menu'] as const;

/** Start values of parameters: what the description says they are before anybody sets them. */
export function defaults(parameters: IoddParameter[]): ParameterSet {
  const all: ParameterSet = {};
  for (const each of parameters) {
    if (each.default_value !== undefined) {
      all[each.variable_id ?? ''] = each.default_value;
    }
    for (const item of itemsOf(each)) {
      if (item.default_value !== undefined) {
        all[`${each.variable_id}/${item.subindex}`] = item.default_value;
      }
    }
  }
  return all;
}

/** The menus of a role as a tool would show them, with conditions that follow what is set. */
export function MenusTab({ id, product }: { id: number; product: string }) {
  const lang = useTextLanguage();
  const menus = useGet('/api/iodd/{id}/menus', { id }, { lang }, { keep: true });
  const parameters = useWhole('/api/iodd/{id}/parameters', { id }, { lang }, { keep: true });
  return <Ask query={menus}>{(data) => <Ask query={parameters}>{(list) => <Menus id={id} product={product} menus={data} parameters={list} />}</Ask>}</Ask>;
}

export function Menus({ id, product, menus, parameters }: { id: number; product: string; menus: MenusView; parameters: IoddParameter[] }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const [set, setSet] = useState<ParameterSet>({});
  const roles = menus.role_sets ?? [];
  const role = roles.find((each) => each.role_type === search.get('role')) ?? roles[0];
  const start = useMemo(() => defaults(parameters), [parameters]);
  const byId = useMemo(() => new Map((menus.menus ?? []).map((menu) => [menu.menu_id, menu])), [menus]);
  if (!role) {
    return <Empty>{t.menus.none}</Empty>;
  }
  const context: MenuContext = {
    menus: byId, valueOf: (key) => set[key] ?? start[key], start, set,
    change: (key, value) => setSet((before) => {
      const next = { ...before };
      if (value === null || value === start[key]) {
        delete next[key];
      } else {
        next[key] = value;
      }
      return next;
    }),
  };
  const parts = PARTS.filter((part) => role[part]);
  return (
    <Stack>
      <Group justify="space-between">
        <SegmentedControl aria-label={t.menus.role} value={role.role_type} size="xs"
          data={roles.map((each) => ({ value: each.role_type!, label: (t.menus.roles as Record<string, string>)[each.role_type!] ?? each.role_type! }))}
          onChange={(value) => setSearch((before) => { const next = new URLSearchParams(before); next.set('role', value); return next; }, { replace: true })} />
        <Text size="xs" c="dimmed">{t.menus.hint}</Text>
      </Group>
      <Accordion key={role.role_type} multiple defaultValue={[...parts]} variant="separated">
        {parts.map((part) => <Part key={part} part={part} role={role} context={context} />)}
      </Accordion>
      <SetPanel id={id} product={product} set={set} parameters={parameters} reset={() => setSet({})} load={setSet} />
    </Stack>
  );
}

function Part({ part, role, context }: { part: typeof PARTS[number]; role: RoleView; context: MenuContext }) {
  const t = useText();
  const menu = context.menus.get(role[part]);
  return (
    <Accordion.Item value={part}>
      <Accordion.Control><Text size="sm" fw={600}>{menu?.name ?? t.menus.parts[part]}</Text></Accordion.Control>
      <Accordion.Panel>{menu && <MenuItems menu={menu} context={context} path={[menu.menu_id ?? '']} />}</Accordion.Panel>
    </Accordion.Item>
  );
}
