import type { Value } from '../api/types';

/** A value for people, without its unit: `on`/`off` for switches comes from the label, if there is one. */
export function valueText(value: Value, yes = 'on', no = 'off'): string {
  if (value.value === undefined || value.value === null) {
    return '–';
  }
  if (typeof value.value === 'boolean') {
    return value.value ? yes : no;
  }
  return typeof value.value === 'number' ? numberText(value.value) : value.value;
}

/** Up to seven significant digits for fractions, integers in full; never grouped, so that it can be copied. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) {
    return String(value);
  }
  return String(Number(value.toPrecision(7)));
}

/** `out_of_range_plus` becomes `out of range plus`. */
export function statusText(status: string): string {
  return status.replaceAll('_', ' ');
}

/** A span of time in its largest whole unit. */
export function ageText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (!Number.isFinite(ms)) {
    return '–';
  }
  if (seconds < 60) {
    return `${seconds} s`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} min`;
  }
  if (seconds < 86_400) {
    return `${Math.floor(seconds / 3600)} h`;
  }
  return `${Math.floor(seconds / 86_400)} d`;
}

export function sizeText(octets: number): string {
  return octets < 1024 ? `${octets} B` : octets < 1024 * 1024
    ? `${(octets / 1024).toFixed(1)} KiB`
    : `${(octets / 1024 / 1024).toFixed(1)} MiB`;
}

export function hexCode(code: number, digits: number): string {
  return `0x${code.toString(16).toUpperCase().padStart(digits, '0')}`;
}

/** Local date and time; the text itself where it is none. */
export function timeText(iso: string | undefined | null): string {
  if (!iso) {
    return '–';
  }
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : time.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** Hex digits as typed (blanks, colons, 0x allowed), in upper case; null where they are not whole octets. */
export function cleanHex(text: string): string | null {
  const digits = text.replace(/0x/gi, '').replace(/[\s:,-]/g, '').toUpperCase();
  return /^([0-9A-F]{2})+$/.test(digits) ? digits : null;
}
