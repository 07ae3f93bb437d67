import { ActionIcon, CloseIcon, Grid, Select, Switch, Text, TextInput } from '@mantine/core';
import type { MenuItemView } from '../../api/types';
import { DecimalInput } from '../../components/DecimalInput';
import { useText } from '../../i18n';
import { decimalsOf, rawOf, shownNumber } from '../../lib/menus';
import { displayed } from '../../lib/numbers';
import { scaled } from '../../lib/units';
import type { MenuContext } from './MenuItems';
import { allowed } from './parameters';

/** A parameter of a menu with the control that fits it; what may not be written is shown only. */
export function MenuField({ item, context, name }: { item: MenuItemView; context: MenuContext; name: string }) {
  const t = useText();
  const value = context.valueOf(name);
  const changed = context.set[name] !== undefined;
  const access = (item.access_right_restriction ?? item.access_rights ?? '').toLowerCase();
  const writable = access.includes('w') && !!item.data_type && !/^(record|array)/i.test(item.data_type);
  const label = item.parameter_name ?? item.variable_id ?? '';
  const text = item.subindex && !item.data_type ? `${label}.${item.subindex}` : label;
  return (
    <Grid gap="xs" align="center" className="menu-field" data-changed={changed || undefined}>
      <Grid.Col span={{ base: 12, xs: 5 }}>
        <Text size="sm" fw={changed ? 600 : undefined}>{text}</Text>
        {item.parameter_description && <Text size="xs" c="dimmed" lineClamp={2} title={item.parameter_description}>{item.parameter_description}</Text>}
      </Grid.Col>
      <Grid.Col span={{ base: 10, xs: 6 }}>
        {writable ? <Control item={item} label={text} value={value ?? ''} onChange={(next) => context.change(name, next)} /> : <Shown item={item} value={value} />}
      </Grid.Col>
      <Grid.Col span={{ base: 2, xs: 1 }}>
        {changed && <ActionIcon variant="subtle" color="gray" aria-label={t.menus.resetOf(text)} onClick={() => context.change(name, null)}><CloseIcon size="14" /></ActionIcon>}
      </Grid.Col>
    </Grid>
  );
}

function Shown({ item, value }: { item: MenuItemView; value: string | undefined }) {
  const t = useText();
  if (value === undefined) {
    return <Text size="sm" c="dimmed">{t.menus.fromDevice}{item.unit && ` (${item.unit})`}</Text>;
  }
  const named = item.enumeration_values?.[value];
  const number = /integer|float/i.test(item.data_type ?? '') ? shownNumber(value, item) : null;
  return <Text size="sm" className="number">{named ?? (number === null ? value : `${displayed(number, item.display_format)} ${item.unit ?? ''}`)}</Text>;
}

function Control({ item, label, value, onChange }: { item: MenuItemView; label: string; value: string; onChange: (value: string | null) => void }) {
  const t = useText();
  const singles = item.single_values ?? [];
  const ranges = item.ranges ?? [];
  if (/boolean/i.test(item.data_type ?? '')) {
    const names = item.enumeration_values ?? {};
    const on = value === 'true' || value === '1';
    return <Switch aria-label={label} checked={on} label={names[String(on)] ?? (on ? t.common.yes : t.common.no)} onChange={(event) => onChange(String(event.currentTarget.checked))} />;
  }
  if (singles.length > 0 && ranges.length === 0 && item.min_value === undefined) {
    return (
      <Select aria-label={label} size="xs" searchable={singles.length > 8} value={value || null} comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        data={[...new Map(singles.map((each) => [each.value!, each.name ?? each.value!]))].map(([key, text]) => ({ value: key, label: text }))} onChange={onChange} />
    );
  }
  if (/integer|float/i.test(item.data_type ?? '')) {
    const limits = ranges[0] ?? { min_value: item.min_value, max_value: item.max_value };
    const limit = (raw: string | undefined) => (raw === undefined ? undefined : scaled(Number(raw), item.gradient, item.offset));
    const shown = shownNumber(value, item);
    const [min, max] = [limit(limits.min_value), limit(limits.max_value)];
    const special = item.enumeration_values?.[value] ?? singles.find((each) => each.value === value)?.name;
    const wrong = shown !== null && !special && ranges.length < 2 && ((min !== undefined && shown < min) || (max !== undefined && shown > max));
    return (
      <DecimalInput aria-label={label} size="xs" value={shown ?? undefined} decimalScale={decimalsOf(item.display_format)} suffix={item.unit ? ` ${item.unit}` : undefined}
        step={item.gradient ?? 1} error={wrong ? t.menus.outside : undefined} description={[allowed({ ...item, min_value: min?.toString(), max_value: max?.toString(), ranges: undefined }).slice(0, 3).join(' · '), special].filter(Boolean).join(' → ')}
        onChange={(next) => onChange(next === undefined ? null : rawOf(next, item))} />
    );
  }
  return <TextInput aria-label={label} size="xs" value={value} maxLength={item.bit_length ? item.bit_length / 8 : undefined} onChange={(event) => onChange(event.currentTarget.value)} />;
}
