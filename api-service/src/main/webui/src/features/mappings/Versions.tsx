import { Button, Group, Text } from '@mantine/core';
import { useGet } from '../../api/call';
import type { Mapping } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';

/** How a mapping was before; a version can be taken over into the form. */
export function Versions({ id, current, onTake }: { id: number; current?: number; onTake?: (version: Mapping) => void }) {
  const t = useText();
  const versions = useGet('/api/mappings/{id}/versions', { id });
  return (
    <Block title={t.mappings.versions}>
      <Ask query={versions}>{(list) => list.map((each) => (
        <Group key={each.version} gap="xs" justify="space-between">
          <Text size="sm">{t.twin.version(each.version ?? 0)} · {timeText(each.updated_at)} · {each.updated_by}</Text>
          {onTake && each.version !== current && <Button size="compact-xs" variant="subtle" onClick={() => onTake(each)}>{t.mappings.take}</Button>}
        </Group>
      ))}</Ask>
    </Block>
  );
}
