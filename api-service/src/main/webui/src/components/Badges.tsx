import { Badge } from '@mantine/core';
import type { BindingState, ConnectionState } from '../api/types';
import { useText } from '../i18n';

export function BindingBadge({ state }: { state: BindingState }) {
  const t = useText();
  const color = state === 'BOUND' ? 'teal' : state === 'DESCRIPTION_MISSING' ? 'orange' : 'yellow';
  return <Badge color={color} variant="light">{t.state[state]}</Badge>;
}

export function ConnectionBadge({ state }: { state: ConnectionState | undefined }) {
  const t = useText();
  if (!state) {
    return <Badge color="gray" variant="outline">…</Badge>;
  }
  const color = state === 'connected' ? 'teal' : state === 'disconnected' ? 'red' : 'gray';
  return <Badge color={color} variant="dot">{t.state[state] ?? state}</Badge>;
}
