import { Badge } from '@mantine/core';
import type { BindingState, ConnectionState } from '../api/types';
import { useText } from '../i18n';
import { ageText } from '../lib/dates';
import { statusText } from '../lib/format';

/** Binding of a device. One that names its values itself needs none: that is no fault. */
export function BindingBadge({ state }: { state: BindingState | undefined }) {
  const t = useText();
  const color = state === 'bound' ? 'teal' : state === 'description_missing' ? 'orange' : 'gray';
  return state ? <Badge color={color}>{t.state[state]}</Badge> : null;
}

export function ConnectionBadge({ state }: { state: ConnectionState | undefined }) {
  const t = useText();
  if (!state) {
    return <Badge color="gray" variant="outline" aria-label={t.common.loading}>…</Badge>;
  }
  const color = { connected: 'teal', disconnected: 'red', silent: 'orange', unknown: 'gray' }[state] ?? 'gray';
  return <Badge color={color} variant="dot">{t.state[state] ?? state}</Badge>;
}

/** That the clock of a device is ahead, so that its times do not count. */
export function ClockBadge({ aheadMs }: { aheadMs: number | undefined }) {
  const t = useText();
  return aheadMs ? <Badge color="orange" title={t.device.clockAheadMeans}>{t.device.clockAhead(ageText(aheadMs))}</Badge> : null;
}

const GOOD = ['up', 'ready', 'healthy', 'closed', 'done', 'running', 'answered', 'connected', 'imported'];
const BAD = ['down', 'not_ready', 'open', 'failed', 'disconnected', 'refused', 'timed_out', 'unavailable'];

/** A state of the API in a word. */
export function StateBadge({ state, label }: { state: string | undefined; label?: string }) {
  const t = useText();
  if (!state) {
    return null;
  }
  const word = state.toLowerCase();
  const color = GOOD.includes(word) ? 'teal' : BAD.includes(word) ? 'red' : ['disabled', 'queued', 'ignored', 'already_known'].includes(word) ? 'gray' : 'orange';
  return <Badge color={color}>{label ?? (t.state as Record<string, string>)[word] ?? statusText(word)}</Badge>;
}

const TYPES: Record<string, string> = { error: 'red', warning: 'orange', notification: 'blue' };

export function EventTypeBadge({ type }: { type: string | undefined }) {
  const t = useText();
  const word = type?.toLowerCase() ?? '';
  return type ? <Badge size="sm" color={TYPES[word] ?? 'gray'}>{(t.events.types as Record<string, string>)[word] ?? type}</Badge> : null;
}

export function KindBadge({ kind }: { kind: string | undefined }) {
  return <Badge variant="outline" color={kind === 'IODD' ? 'teal' : 'indigo'}>{kind}</Badge>;
}
