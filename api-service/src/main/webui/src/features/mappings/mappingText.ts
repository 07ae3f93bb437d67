import type { Mapping, MappingRequest, ReadyMapping } from '../../api/types';

/** The expressions of a mapping in the order in which they are written. */
export const EXPRESSIONS = ['for_each', 'when', 'device', 'values', 'time', 'registration', 'state', 'events', 'process_data'] as const;
export type Expression = (typeof EXPRESSIONS)[number];

export const EMPTY: MappingRequest = { name: '', topics: [], device: '' };

/** What of a mapping is sent back; empty texts are absent. */
export function requestOf(mapping: Mapping | ReadyMapping | MappingRequest): MappingRequest {
  const { name, description, topics, format, zone } = mapping;
  const all: Record<string, unknown> = { description, format, zone, enabled: 'enabled' in mapping ? mapping.enabled : undefined };
  EXPRESSIONS.forEach((each) => { all[each] = mapping[each]; });
  const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== null && value !== ''));
  return { device: '', ...kept, name: name ?? '', topics: topics ?? [] };
}

/** The errors of an expression: the API names the member, and for expressions the character, as in `values:17`. */
export function errorsOf(errors: { field?: string; message?: string }[] | undefined, member: string): string | undefined {
  const own = (errors ?? []).filter(({ field }) => field === member || field?.startsWith(`${member}:`));
  return own.length === 0 ? undefined : own.map(({ field, message }) => {
    const at = field?.split(':')[1];
    return at ? `${message} (${at})` : message;
  }).join('\n');
}

/** JSON as such, any other text as a text: a payload need not be JSON. */
export function messageOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
