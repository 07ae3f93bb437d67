import { Group, Pagination, Text } from '@mantine/core';
import { useText } from '../i18n';

/** Pages of a list; every button has a name for those who do not see it. */
export function Pager({ page, size, total, onChange }: {
  page: number; size: number; total: number; onChange: (page: number) => void;
}) {
  const t = useText();
  if (total === 0) {
    return null;
  }
  const names = { first: t.common.first, previous: t.common.previous, next: t.common.next, last: t.common.last };
  return (
    <Group justify="space-between" component="nav" aria-label={t.common.page(Math.min((page - 1) * size + 1, total), Math.min(page * size, total), total)}>
      <Text size="sm" c="dimmed">
        {t.common.page(Math.min((page - 1) * size + 1, total), Math.min(page * size, total), total)}
      </Text>
      {total > size && (
        <Pagination value={page} total={Math.ceil(total / size)} onChange={onChange} size="sm" withEdges
          getItemProps={(number) => ({ 'aria-label': t.common.pageOf(number) })}
          getControlProps={(control) => ({ 'aria-label': names[control] })} />
      )}
    </Group>
  );
}
