import type { IoddParameter, RangeView, SingleValueView } from '../../../api/types';
import { itemsOf } from '../../iodd/parameters';

/** A parameter, or an item of one, that can be written. */
export interface Writable {
  key: string;
  /** Id of the variable and number of the item, as commands name them. */
  variable: string;
  subindex?: number;
  name: string;
  description?: string;
  type?: string;
  unit?: string;
  singles: SingleValueView[];
  ranges: RangeView[];
}

/** What can be written of the parameters: whole values, and the items of records. System commands are no values. */
export function writable(parameters: IoddParameter[], access = 'w'): Writable[] {
  return parameters.filter((each) => each.access_rights?.toLowerCase().includes(access) && each.variable_id !== 'V_SystemCommand').flatMap((each) => {
    const items = itemsOf(each);
    const variable = each.variable_id ?? '';
    const common = { variable, type: each.data_type, description: each.description, unit: each.unit };
    if (items.length === 0) {
      const singles = each.single_values ?? Object.entries(each.enumeration_values ?? {}).map(([value, name]) => ({ value, name }));
      const ranges = each.ranges ?? (each.min_value === undefined ? [] : [{ min_value: each.min_value, max_value: each.max_value }]);
      return [{ ...common, key: variable, name: each.name ?? variable, singles, ranges }];
    }
    return items.filter((item) => (item.access_rights ?? each.access_rights ?? '').toLowerCase().includes(access)).map((item) => ({
      variable, key: `${variable}/${item.subindex}`, subindex: item.subindex, name: `${each.name ?? variable}: ${item.name ?? item.subindex}`, description: item.description,
      type: item.data_type, unit: item.unit, singles: item.single_values ?? [], ranges: item.ranges ?? [],
    }));
  });
}
