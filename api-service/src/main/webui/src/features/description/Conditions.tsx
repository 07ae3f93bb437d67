import { Badge } from '@mantine/core';
import type { LayoutCondition } from '../../api/types';
import { useText } from '../../i18n';
import { parameterKey } from '../../lib/bits';

/** When something holds: `when V_Mode = 2`. */
export function Conditions({ when }: { when?: LayoutCondition[] }) {
  const t = useText();
  return when?.length ? <Badge color="indigo">{t.description.when} {when.map((each) => `${parameterKey(each)} = ${each.value}`).join(', ')}</Badge> : null;
}
