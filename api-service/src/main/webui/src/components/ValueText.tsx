import type { Value } from '../api/types';
import { statusText, valueText } from '../lib/format';

/** The number with its unit. */
export function ValueNumber({ value, format }: { value: Value; format?: string }) {
  return (
    <span className="number" style={{ whiteSpace: typeof value.value === 'string' ? 'normal' : 'nowrap', overflowWrap: 'anywhere' }}>
      {typeof value.value === 'boolean' && value.label ? value.label : valueText(value, undefined, undefined, format)}
      {value.unit && value.value !== undefined && <span className="unit"> {value.unit}</span>}
    </span>
  );
}

/** Its label, and the status that says why there is no ordinary value. */
export function ValueMeaning({ value }: { value: Value }) {
  return (
    <>
      {value.label && typeof value.value !== 'boolean' && <span className="meaning">{value.label}</span>}
      {value.status && <span className="chip" data-kind="status">{statusText(value.status)}</span>}
    </>
  );
}
