import { Anchor, Group, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useHealth } from '../../api/queries';
import { Ask } from '../../components/Ask';
import { StateBadge } from '../../components/Badges';
import { Block } from '../../components/Block';
import { useText } from '../../i18n';
import { statusText } from '../../lib/numbers';

/** Whether what the API depends on is there. */
export function ServiceHealth() {
  const t = useText();
  const health = useHealth();
  return (
    <Block title={t.services.health} aside={<Group gap="xs"><StateBadge state={health.data?.status} /><Anchor component={Link} to="/services" size="sm">{t.common.all}</Anchor></Group>}>
      <Ask query={health}>{(data) => (
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {Object.entries(data.checks ?? {}).map(([name, check]) => (
              <Table.Tr key={name}>
                <Table.Td>{statusText(name)} <Text span size="xs" c="dimmed">{check.required ? t.services.required : t.services.optional}</Text>{check.message && <Text size="xs" c="dimmed">{check.message}</Text>}</Table.Td>
                <Table.Td ta="right"><StateBadge state={check.status} /></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}</Ask>
    </Block>
  );
}
