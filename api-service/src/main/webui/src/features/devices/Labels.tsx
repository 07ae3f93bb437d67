import { Badge, Group, UnstyledButton } from '@mantine/core';

/** Labels of a device; one that is clicked becomes a filter. */
export function Labels({ labels, onPick }: { labels?: Record<string, string>; onPick?: (label: string) => void }) {
  return (
    <Group gap={4}>
      {Object.entries(labels ?? {}).map(([name, value]) => {
        const text = value ? `${name}=${value}` : name;
        const badge = <Badge size="sm" color="gray">{text}</Badge>;
        return onPick ? <UnstyledButton key={name} onClick={() => onPick(text)}>{badge}</UnstyledButton> : <span key={name}>{badge}</span>;
      })}
    </Group>
  );
}
