import type { ConditionView, MenuItemView } from '../api/types';
import { scaled } from './units';

/** Raw values of parameters by `V_Mode` or `V_Limits/2`, as the API names them. */
export type ParameterSet = Record<string, string>;

export function keyOf(of: { variable_id?: string; subindex?: number }): string {
  return of.subindex ? `${of.variable_id}/${of.subindex}` : of.variable_id ?? '';
}

/** Whether a menu entry is there with these values. A value that nobody knows fulfils nothing. */
export function holds(condition: ConditionView | undefined, valueOf: (key: string) => string | undefined): boolean {
  if (!condition) {
    return true;
  }
  const value = valueOf(keyOf({ variable_id: condition.condition_variable_id, subindex: condition.subindex }));
  const number = value === 'true' ? 1 : value === 'false' ? 0 : value === undefined || value === '' ? NaN : Number(value);
  return number === condition.condition_value;
}

/** The number that people see for a raw value, with what the menu says about its scale. */
export function shownNumber(raw: string, item: MenuItemView): number | null {
  const value = Number(raw);
  return raw.trim() === '' || Number.isNaN(value) ? null : scaled(value, item.gradient, item.offset);
}

/** The raw value of a number that people typed; of an integer type the nearest. */
export function rawOf(shown: number, item: MenuItemView): string {
  const raw = (shown - (item.offset ?? 0)) / (item.gradient || 1);
  return /integer/i.test(item.data_type ?? '') ? String(Math.round(raw)) : String(Number(raw.toPrecision(12)));
}

/** Digits after the point that the display format asks for. */
export function decimalsOf(format: string | undefined): number | undefined {
  const found = /^dec\.(\d+)$/i.exec(format ?? '');
  return found ? Number(found[1]) : undefined;
}

/** Raw texts as the API wants them: numbers and truth values as such. */
export function typed(value: string, dataType: string | undefined): string | number | boolean {
  if (/boolean/i.test(dataType ?? '')) {
    return value === 'true' || value === '1';
  }
  return /integer|float/i.test(dataType ?? '') && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
}

/** A parameter set as `desired` of a twin: record items below their variable. */
export function asDesired(set: Record<string, unknown>): Record<string, unknown> {
  const desired: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(set)) {
    const slash = key.lastIndexOf('/');
    const item = slash > 0 && /^\d+$/.test(key.slice(slash + 1)) ? key.slice(slash + 1) : null;
    if (item) {
      const name = key.slice(0, slash);
      desired[name] = { ...(desired[name] as Record<string, unknown> | undefined), [item]: value };
    } else {
      desired[key] = value;
    }
  }
  return desired;
}
