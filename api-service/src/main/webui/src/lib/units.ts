import { numberText } from './numbers';

/** A number with gradient and offset as the description scales it, rid of the noise of binary fractions. */
export function scaled(value: number, gradient = 1, offset = 0): number {
  return Number((value * gradient + offset).toPrecision(12));
}

/** `20 … 80 °C`, `≥ 20`, `≤ 80`. */
export function rangeText(min: string | number | undefined, max: string | number | undefined, unit?: string): string {
  const suffix = unit ? ` ${unit}` : '';
  if (min !== undefined && max !== undefined) {
    return min === max ? `${min}${suffix}` : `${min} … ${max}${suffix}`;
  }
  return min !== undefined ? `≥ ${min}${suffix}` : max !== undefined ? `≤ ${max}${suffix}` : '';
}

/** `× 0.1 + 5 °C`: how the raw number becomes the value; empty where it is the value. */
export function scalingText(gradient: number | undefined, offset: number | undefined, unit: string | undefined): string {
  const parts = [];
  if (gradient !== undefined && gradient !== 1) {
    parts.push(`× ${numberText(gradient)}`);
  }
  if (offset !== undefined && offset !== 0) {
    parts.push(`${offset < 0 ? '−' : '+'} ${numberText(Math.abs(offset))}`);
  }
  if (unit) {
    parts.push(unit);
  }
  return parts.join(' ');
}
