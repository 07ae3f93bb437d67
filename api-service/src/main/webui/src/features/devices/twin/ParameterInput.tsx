import { Select, TextInput } from '@mantine/core';
import { DecimalInput } from '../../../components/DecimalInput';
import { useText } from '../../../i18n';
import { rangeText } from '../../../lib/units';
import type { Writable } from './writable';

/** The input that fits a parameter: its named values, a number in its range, a switch or a text. */
export function ParameterInput({ parameter, value, onChange }: { parameter: Writable; value: unknown; onChange: (value: unknown) => void }) {
  const t = useText();
  const number = /integer|float/i.test(parameter.type ?? '');
  const style = { flex: '1 1 12rem' };
  if (/boolean/i.test(parameter.type ?? '')) {
    const names = new Map(parameter.singles.map((each) => [each.value, each.name]));
    return (
      <Select label={t.device.value} style={style} value={value === undefined ? null : String(value)} onChange={(next) => onChange(next === null ? undefined : next === 'true')}
        data={[{ value: 'false', label: names.get('false') ?? t.common.no }, { value: 'true', label: names.get('true') ?? t.common.yes }]} />
    );
  }
  if (parameter.singles.length > 0 && parameter.ranges.length === 0) {
    return (
      <Select label={t.device.value} searchable style={style} value={value === undefined ? null : String(value)} onChange={(next) => onChange(next === null ? undefined : number ? Number(next) : next)}
        data={[...new Map(parameter.singles.map((each) => [each.value!, each.name ? `${each.value} = ${each.name}` : each.value!]))].map(([key, label]) => ({ value: key, label }))} />
    );
  }
  if (number) {
    const range = parameter.ranges.length === 1 ? parameter.ranges[0] : undefined;
    const hint = [...parameter.ranges.map((each) => rangeText(each.min_value, each.max_value)), ...parameter.singles.map((each) => `${each.value} = ${each.name ?? ''}`)].join(', ');
    const outside = typeof value === 'number' && range && !parameter.singles.some((each) => Number(each.value) === value)
      && (value < Number(range.min_value ?? -Infinity) || value > Number(range.max_value ?? Infinity));
    return (
      <DecimalInput label={t.device.value} description={hint} style={style} value={typeof value === 'number' ? value : undefined} allowDecimal={/float/i.test(parameter.type ?? '')}
        error={outside ? t.menus.outside : undefined} onChange={onChange} />
    );
  }
  return <TextInput label={t.device.value} style={style} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.currentTarget.value)} />;
}
