import type { LayoutCondition, LayoutField, LayoutFrame, LayoutParameter } from '../api/types';

/** A run of bits of a field within one octet; column 0 is bit 7. */
export interface Segment {
  field: LayoutField;
  octet: number;
  column: number;
  span: number;
  /** The longest run of its field: the one to write the name on. */
  main: boolean;
}

/** Octets that a frame occupies. */
export function octetsOf(frame: LayoutFrame): number {
  return Math.ceil(frame.bit_length / 8);
}

/**
 * Where the bits of a frame's fields lie, octet by octet as they are transmitted. IO-Link counts bit 0 from the least
 * significant bit of the last octet, CIP from that of the first.
 */
export function segments(frame: LayoutFrame): Segment[] {
  const octets = octetsOf(frame);
  const all: Segment[] = [];
  for (const field of frame.fields ?? []) {
    const own: Segment[] = [];
    for (let bit = field.bit_offset; bit < field.bit_offset + field.bit_length;) {
      const inOctet = bit % 8;
      const span = Math.min(8 - inOctet, field.bit_offset + field.bit_length - bit);
      const fromLow = Math.floor(bit / 8);
      own.push({
        field,
        octet: frame.byte_order === 'big_endian' ? octets - 1 - fromLow : fromLow,
        column: 8 - inOctet - span,
        span,
        main: false,
      });
      bit += span;
    }
    own.sort((a, b) => a.octet - b.octet);
    const widest = own.reduce<Segment | null>((best, each) => (best && best.span >= each.span ? best : each), null);
    if (widest) {
      widest.main = true;
    }
    all.push(...own);
  }
  return all;
}

/** `V_Mode`, or `V_Mode/2` for a record item: how the API names a condition parameter. */
export function parameterKey(parameter: { variable: string; subindex?: number }): string {
  return parameter.subindex ? `${parameter.variable}/${parameter.subindex}` : parameter.variable;
}

/** Whether a frame is there with these condition values; what is not given counts as its default. */
export function frameHolds(frame: LayoutFrame, values: Record<string, number>, parameters: LayoutParameter[]): boolean {
  return conditionsHold(frame.when, values, parameters);
}

export function conditionsHold(when: LayoutCondition[] | undefined, values: Record<string, number>, parameters: LayoutParameter[]): boolean {
  return (when ?? []).every((each) => {
    const key = parameterKey(each);
    const known = parameters.find((parameter) => parameterKey(parameter) === key);
    return (values[key] ?? known?.default) === each.value;
  });
}

/** The scaling that applies with these condition values: the first whose conditions hold. */
export function scalingOf(field: LayoutField, values: Record<string, number>, parameters: LayoutParameter[]) {
  return (field.scalings ?? []).find((each) => conditionsHold(each.when, values, parameters));
}
