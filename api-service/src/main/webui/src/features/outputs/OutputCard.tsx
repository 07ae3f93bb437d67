import { Badge, Group, Stack, Text } from '@mantine/core';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { useText } from '../../i18n';
import type { OutputKind } from './byName';

/** One output: whether it is on, where values go, its settings, and the counts of each instance. */
export function OutputCard({ name, instances }: OutputKind) {
  const t = useText();
  const on = instances.filter((each) => each.on);
  const switches = Object.keys(instances[0]?.settings ?? {});
  return (
    <Block title={t.outputs.names[name] ?? name} aside={<Badge color={on.length > 0 ? 'teal' : 'gray'}>{on.length > 0 ? t.outputs.on : t.outputs.off}</Badge>}>
      <Text size="sm" c="dimmed">{t.outputs.what[name]}</Text>
      {on.length === 0 && switches.length > 0 && <Text size="sm" mt="xs">{t.outputs.offText(switches.join(', '))}</Text>}
      {on.map((each) => (
        <Stack key={each.instance} gap="xs" mt="sm">
          {on.length > 1 && <Text size="xs" c="dimmed">{t.outputs.instance} {each.instance}</Text>}
          <Group gap="lg">
            {Object.entries(t.outputs.counters).filter(([counter]) => each.counters?.[counter] !== undefined).map(([counter, label]) => (
              <div key={counter}>
                <Text size="xs" c="dimmed">{label}</Text>
                <Text fz={20} fw={600} className="number" c={each.counters![counter]! > 0 && counter !== 'sent' && counter !== 'waiting' ? 'orange' : undefined}>{each.counters![counter]}</Text>
              </div>
            ))}
          </Group>
          <Facts rows={[
            [t.outputs.target, <span className="mono">{each.target}</span>],
            ...Object.entries(each.settings ?? {}).map(([setting, value]): [string, string] => [setting, value || t.outputs.unset]),
          ]} />
        </Stack>
      ))}
    </Block>
  );
}
