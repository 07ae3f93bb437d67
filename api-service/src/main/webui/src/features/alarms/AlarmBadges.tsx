import { Badge } from '@mantine/core';
import { useText } from '../../i18n';

export const PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;
const PRIORITY_COLORS: Record<string, string> = { urgent: 'red', high: 'orange', medium: 'yellow', low: 'gray' };
const STATE_COLORS: Record<string, string> = { active: 'red', acknowledged: 'blue', cleared: 'orange', closed: 'gray', shelved: 'grape' };

/** How soon somebody has to act; the most urgent is filled, so that it is told by more than its colour. */
export function PriorityBadge({ priority }: { priority: string | undefined }) {
  const t = useText();
  return priority ? <Badge color={PRIORITY_COLORS[priority] ?? 'gray'} variant={priority === 'urgent' ? 'filled' : 'light'}>{(t.alarms.priorities as Record<string, string>)[priority] ?? priority}</Badge> : null;
}

export function AlarmStateBadge({ state }: { state: string | undefined }) {
  const t = useText();
  return state ? <Badge color={STATE_COLORS[state] ?? 'gray'} variant="dot">{(t.alarms.states as Record<string, string>)[state] ?? state}</Badge> : null;
}
