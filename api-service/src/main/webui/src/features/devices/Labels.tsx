import { Badge, Group, UnstyledButton } from '@mantine/core';

/** Labels of a device; one that is clicked becomes a filter. In the rows of a list, where that is so, there is room for two lines. */
export function Labels({ labels, onPick }: { labels?: Record<string, string>; onPick?: (label: string) => void }) {
  return (
    <Group gap={onPick ? 2 : 4} mah={onPick ? 38 : undefined} style={onPick && { overflow: 'hidden' }} title={Object.entries(labels ?? {}).map(([name, value]) => (value ? `${name}=${value}` : name)).join(', ') || undefined}>
      {Object.entries(labels ?? {}).map(([name, value]) => {
        const text = value ? `${name}=${value}` : name;
        const badge = <Badge size="sm" color="gray">{text}</Badge>;
        return onPick ? <UnstyledButton key={name} onClick={() => onPick(text)}>{badge}</UnstyledButton> : <span key={name}>{badge}</span>;
      })}
    </Group>
  );
}
