import { Badge } from '@mantine/core';
import { useText } from '../../i18n';

const COLORS: Record<string, string> = { connected: 'teal', slow: 'orange', away: 'red', refused: 'red', waiting: 'gray', disabled: 'gray' };

/** How it is with a master, in a word. */
export function MasterStateBadge({ state }: { state: keyof ReturnType<typeof useText>['masters']['states'] | undefined }) {
  const t = useText();
  return state ? <Badge color={COLORS[state] ?? 'gray'} variant="dot">{t.masters.states[state]}</Badge> : null;
}
