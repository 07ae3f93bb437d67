import { Group, Pagination, Text } from '@mantine/core';
import { useText } from '../i18n';

export function Pager({ page, size, total, onChange }: {
  page: number; size: number; total: number; onChange: (page: number) => void;
}) {
  const t = useText();
  if (total === 0) {
    return null;
  }
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {t.common.page(Math.min((page - 1) * size + 1, total), Math.min(page * size, total), total)}
      </Text>
      {total > size && (
        <Pagination value={page} total={Math.ceil(total / size)} onChange={onChange} size="sm" withEdges />
      )}
    </Group>
  );
}
