import type { IoddParameter, RangeView, RecordItemView, SingleValueView } from '../../api/types';
import { rangeText } from '../../lib/units';

/** A line of the tree: a parameter, or an item of the record before it. */
export interface Line {
  key: string;
  depth: 0 | 1;
  parameter: IoddParameter;
  item?: RecordItemView;
}

export function itemsOf(parameter: IoddParameter): RecordItemView[] {
  return parameter.record_items ?? parameter.type?.record_items ?? [];
}

function hit(wanted: string, ...parts: (string | number | undefined)[]): boolean {
  return parts.some((part) => part !== undefined && String(part).toLowerCase().includes(wanted));
}

/** Whether a parameter, or one of its record items, has the text. */
export function matches(parameter: IoddParameter, wanted: string): boolean {
  return !wanted || hit(wanted, parameter.name, parameter.variable_id, parameter.description, parameter.index)
    || itemsOf(parameter).some((item) => itemMatches(item, wanted));
}

export function itemMatches(item: RecordItemView, wanted: string): boolean {
  return hit(wanted, item.name, item.description);
}

/** The tree as lines: the items of the records that are open. */
export function lines(parameters: IoddParameter[], open: (parameter: IoddParameter) => boolean): Line[] {
  return parameters.flatMap((parameter): Line[] => {
    const own: Line = { key: parameter.variable_id ?? String(parameter.index), depth: 0, parameter };
    return open(parameter)
      ? [own, ...itemsOf(parameter).map((item): Line => ({ key: `${own.key}/${item.subindex}`, depth: 1, parameter, item }))] : [own];
  });
}

/** Ranges and single values as short texts. */
export function allowed(of: { ranges?: RangeView[]; single_values?: SingleValueView[]; min_value?: string; max_value?: string; enumeration_values?: Record<string, string>; unit?: string }): string[] {
  const ranges = of.ranges ?? [];
  const texts = ranges.length > 0
    ? ranges.map((each) => [rangeText(each.min_value, each.max_value, of.unit), each.name].filter(Boolean).join(' = '))
    : of.min_value !== undefined || of.max_value !== undefined ? [rangeText(of.min_value, of.max_value, of.unit)] : [];
  const singles = of.single_values?.map((each) => (each.name ? `${each.value} = ${each.name}` : String(each.value)))
    ?? Object.entries(of.enumeration_values ?? {}).map(([value, name]) => `${value} = ${name}`);
  return [...texts, ...singles];
}

/** Parameters and record items as rows of a table for a file. */
export function csvRows(parameters: IoddParameter[]) {
  const head = ['index', 'subindex', 'id', 'name', 'type', 'bits', 'access', 'default', 'allowed', 'gradient', 'offset', 'unit', 'description'];
  return [head, ...parameters.flatMap((each) => [
    [each.index, '', each.variable_id, each.name, each.data_type, each.bit_length, each.access_rights, each.default_value, allowed(each).join('; '), each.gradient, each.offset, each.unit, each.description],
    ...itemsOf(each).map((item) => [each.index, item.subindex, each.variable_id, item.name, item.data_type, item.bit_length, item.access_rights ?? each.access_rights, item.default_value,
      allowed(item).join('; '), item.gradient, item.offset, item.unit, item.description]),
  ])];
}
