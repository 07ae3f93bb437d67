import { asDesired, typed } from '../../../lib/menus';

/** A value of a parameter set, as the API answers it; values are raw. */
export interface SetValue {
  name: string;
  item?: string;
  parameter_id: string;
  index?: number;
  subindex?: number;
  data_type?: string;
  access_rights?: string;
  unit?: string;
  value?: unknown;
  source?: 'reported' | 'desired' | 'default';
  desired_value?: unknown;
  reported_value?: unknown;
  default_value?: string;
}

export interface ParameterSet {
  format: string;
  description_id: number;
  vendor_id?: number;
  device_type_id?: number;
  product_name?: string;
  device_id?: string;
  parameters: SetValue[];
}

/** What a device has is held against what is wanted of it, the defaults of its description, or another set. */
export type Against = 'wanted' | 'defaults' | 'other';

export interface Compared {
  key: string;
  name: string;
  unit?: string;
  found: unknown;
  other: unknown;
  differs: boolean;
  writable: boolean;
}

/** `V_Settings/1` of an item, `V_Mode` of a whole value. */
export function keyOfValue({ parameter_id: id, item, subindex }: SetValue): string {
  return item !== undefined && subindex !== undefined ? `${id}/${subindex}` : id;
}

/** Whether two raw values are the same: a default is a text in its file, and 1.0 is 1. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  const text = (value: unknown) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value));
  const [x, y] = [text(a), text(b)];
  return x === y || (x.trim() !== '' && y.trim() !== '' && Number(x) === Number(y)) || (/^(true|false)$/.test(x) && Number(y) === Number(x === 'true') && /^[01]$/.test(y))
    || (/^(true|false)$/.test(y) && Number(x) === Number(y === 'true') && /^[01]$/.test(x));
}

/** Both sets side by side. Only what both know differs: what the device has never reported is no difference. */
export function compared(set: ParameterSet, against: Against, other?: ReadonlyMap<string, unknown>): Compared[] {
  return set.parameters.map((each) => {
    const key = keyOfValue(each);
    const held = against === 'wanted' ? each.desired_value : against === 'defaults' ? each.default_value : other?.get(key);
    const found = each.reported_value;
    return {
      key, name: each.item ? `${each.name}: ${each.item}` : each.name, unit: each.unit, found, other: held === null ? undefined : held,
      differs: found !== undefined && found !== null && held !== undefined && held !== null && !same(found, held), writable: (each.access_rights ?? '').toLowerCase().includes('w'),
    };
  });
}

/** What has a value on either side first; the rest, which nobody has read, in the order of the description. */
export function knownFirst(rows: Compared[]): Compared[] {
  const unknown = (each: Compared) => Number((each.found ?? undefined) === undefined && (each.other ?? undefined) === undefined);
  return [...rows].sort((a, b) => unknown(a) - unknown(b));
}

/** Values by key of a file that was kept: a parameter set of a device or description, or one that menus made. */
export function valuesOfFile(text: string): Map<string, unknown> {
  const file = JSON.parse(text) as { parameters?: SetValue[] | Record<string, unknown> };
  const { parameters } = file;
  if (Array.isArray(parameters)) {
    return valuesOf(parameters);
  }
  if (parameters && typeof parameters === 'object') {
    return new Map(Object.entries(parameters));
  }
  throw new Error('no parameters');
}

/** The values of a set: what was reported, wanted, or is the default. */
export function valuesOf(parameters: SetValue[]): Map<string, unknown> {
  return new Map(parameters.filter((each) => each.value !== undefined && each.value !== null).map((each) => [keyOfValue(each), each.value]));
}

/** A patch of what is wanted that gives the device the other values of some rows. */
export function wantedOf(rows: Compared[], set: ParameterSet): Record<string, unknown> {
  const types = new Map(set.parameters.map((each) => [keyOfValue(each), each.data_type]));
  return asDesired(Object.fromEntries(rows.map(({ key, other }) => [key, typeof other === 'string' ? typed(other, types.get(key)) : other])));
}
