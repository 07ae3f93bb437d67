import { Select, TextInput } from '@mantine/core';
import type { LayoutField, LayoutScaling, Scalar } from '../../api/types';
import { DecimalInput } from '../../components/DecimalInput';
import { useText } from '../../i18n';
import { scaled } from '../../lib/units';

export type FieldValue = number | boolean | string | null;

/** An input for a field of process data: a choice where values have names, a number in its unit, or a text. */
export function FieldInput({ field, scaling, value, known, onChange }: {
  field: LayoutField; scaling?: LayoutScaling; value: FieldValue; known?: Scalar; onChange: (value: FieldValue) => void;
}) {
  const t = useText();
  const label = field.name ?? field.key;
  const placeholder = known === undefined ? undefined : String(known);
  const named = (field.labels ?? []).length > 0 && (field.ranges ?? []).length === 0;
  if (field.type === 'boolean') {
    const names = new Map((field.labels ?? []).map((each) => [each.value, each.text]));
    return (
      <Select label={label} clearable value={value === '' || value === null ? null : String(value)} placeholder={placeholder}
        data={[{ value: 'false', label: names.get(0) ?? t.common.no }, { value: 'true', label: names.get(1) ?? t.common.yes }]}
        onChange={(next) => onChange(next === null ? '' : next === 'true')} />
    );
  }
  if (named) {
    return (
      <Select label={label} clearable searchable value={value === '' || value === null ? null : String(value)} placeholder={placeholder}
        data={[...new Map((field.labels ?? []).map((each) => [String(each.value), `${each.value} = ${each.text}`]))].map(([key, text]) => ({ value: key, label: text }))}
        onChange={(next) => onChange(next === null ? '' : Number(next))} />
    );
  }
  if (['string', 'octets', 'time', 'time_span'].includes(field.type)) {
    return <TextInput label={label} value={typeof value === 'string' ? value : ''} placeholder={placeholder} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
  const range = field.ranges?.[0];
  const limit = (raw: number | undefined) => (raw === undefined ? undefined : scaled(raw, scaling?.gradient, scaling?.offset));
  return (
    <DecimalInput label={label} suffix={scaling?.unit ? ` ${scaling.unit}` : undefined} value={typeof value === 'number' ? value : undefined} placeholder={placeholder}
      description={range && `${limit(range.lower)} … ${limit(range.upper)}`} onChange={(next) => onChange(next ?? '')} />
  );
}
