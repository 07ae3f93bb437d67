import type { Value } from '../api/types';

/** A value for people, without its unit: `on`/`off` for switches comes from the label, if there is one. */
export function valueText(value: Value, yes = 'on', no = 'off', format?: string): string {
  if (value.value === undefined || value.value === null) {
    return '–';
  }
  if (typeof value.value === 'boolean') {
    return value.value ? yes : no;
  }
  return typeof value.value === 'number' ? displayed(value.value, format) : value.value;
}

/** Up to seven significant digits for fractions, integers in full; never grouped, so that it can be copied. */
export function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(7)));
}

/** A number in the display format of its description: `Dec`, `Dec.2`, `Hex`, `Bin`; without one as it is. */
export function displayed(value: number, format: string | undefined): string {
  const decimals = /^dec(?:\.(\d+))?$/i.exec(format ?? '');
  if (decimals?.[1]) {
    return value.toFixed(Math.min(Number(decimals[1]), 20));
  }
  if (Number.isInteger(value) && value >= 0) {
    if (/^hex$/i.test(format ?? '')) {
      return `0x${value.toString(16).toUpperCase()}`;
    }
    if (/^bin$/i.test(format ?? '')) {
      return `0b${value.toString(2)}`;
    }
  }
  return numberText(value);
}

export function sizeText(octets: number): string {
  if (octets < 1024) {
    return `${octets} B`;
  }
  return octets < 1024 * 1024 ? `${(octets / 1024).toFixed(1)} KiB`
    : octets < 1024 ** 3 ? `${(octets / 1024 / 1024).toFixed(1)} MiB` : `${(octets / 1024 ** 3).toFixed(2)} GiB`;
}

/** `out_of_range_plus` becomes `out of range plus`. */
export function statusText(status: string): string {
  return status.replaceAll('_', ' ');
}
