import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useList } from '../../api/call';
import { useTextLanguage } from '../../app/preferences';
import { Ask } from '../../components/Ask';
import { EventTypeBadge } from '../../components/Badges';
import { Block } from '../../components/Block';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';

/** What devices report now, newest first. */
export function ActiveEvents() {
  const t = useText();
  const lang = useTextLanguage();
  const events = useList('/api/events', {}, { active: 'true', size: 6, lang }, { refetchInterval: 10_000 });
  return (
    <Block title={t.events.activeNow} aside={<Anchor component={Link} to="/events" size="sm">{t.common.all}</Anchor>}>
      <Ask query={events}>{(list) => (list.items.length === 0 ? <Text size="sm" c="dimmed">{t.events.noneActive}</Text> : (
        <Stack gap="xs">
          {list.items.map((each) => (
            <Group key={each.id} gap="xs" wrap="nowrap" align="flex-start">
              <EventTypeBadge type={each.type} />
              <div style={{ minWidth: 0 }}>
                <Text size="sm">{each.name ?? each.code_hex} <Anchor component={Link} to={`/devices/${encodeURIComponent(each.device_id ?? '')}?tab=events`} size="sm">{each.device_id}</Anchor></Text>
                <Text size="xs" c="dimmed">{timeText(each.occurred_at)}</Text>
              </div>
            </Group>
          ))}
        </Stack>
      ))}</Ask>
    </Block>
  );
}
