import { Text } from '@mantine/core';
import { useGet } from '../../api/call';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { useText } from '../../i18n';

/** How long the suite keeps what it stores; set by its operator, told here. */
export function Retention() {
  const t = useText();
  const retention = useGet('/api/retention');
  return (
    <Block title={t.settings.retention}>
      <Text size="sm" c="dimmed" mb="xs">{t.settings.retentionText}</Text>
      <Ask query={retention}>{(data) => (
        <Facts rows={Object.entries(data).map(([what, days]) => [(t.settings.kept as Record<string, string>)[what] ?? what, t.settings.days(days)])} />
      )}</Ask>
    </Block>
  );
}
