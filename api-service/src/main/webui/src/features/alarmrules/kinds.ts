import type { AlarmCondition } from '../../api/types';

export const KINDS = ['range', 'rate', 'status', 'silence', 'disconnected', 'dead_letters'] as const;
export type RuleKind = (typeof KINDS)[number];

/** A condition to begin with: what its kind must have. */
export function emptyOf(kind: RuleKind): AlarmCondition {
  return { range: {}, rate: { over: '1m' }, status: {}, silence: { over: '5m' }, disconnected: {}, dead_letters: { count: 1, over: '5m' } }[kind];
}
