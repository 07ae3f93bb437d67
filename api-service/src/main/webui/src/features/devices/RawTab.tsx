import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { useLive } from '../../api/useLive';
import type { RawOctets } from '../../api/types';
import { Block } from '../../components/Block';
import { Copy } from '../../components/Copy';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { spacedHex } from '../../lib/hex';
import { MessageList } from '../mqtt/MessageList';
import { useMessages } from '../mqtt/useMessages';

/** The octets of the process data, and every message of the device as it comes. */
export function RawTab({ id, live, description }: { id: string; live: ReturnType<typeof useLive>; description?: number }) {
  const t = useText();
  const messages = useMessages(`devices/${id}/#`);
  const { raw } = live;
  return (
    <Stack>
      {(raw.in || raw.out) && (
        <Block title={t.device.raw} aside={description !== undefined && <Anchor component={Link} size="sm" to={`/catalog/${description}?tab=process-data`}>{t.device.tryDecode}</Anchor>}>
          {raw.in && <Octets label={t.device.input} octets={raw.in} />}
          {raw.out && <Octets label={t.device.output} octets={raw.out} />}
        </Block>
      )}
      <MessageList messages={messages} name={`${id}-messages`} />
    </Stack>
  );
}

function Octets({ label, octets }: { label: string; octets: RawOctets }) {
  const t = useText();
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" w={40}>{label}</Text>
      <Text className="mono" size="sm" style={{ overflowWrap: 'anywhere' }}>{spacedHex(octets.hex)}</Text>
      {octets.valid === false && <Badge size="sm" color="orange">{t.device.invalid}</Badge>}
      <Text size="xs" c="dimmed">{timeText(octets.timestamp)}</Text>
      <Copy text={octets.hex} />
    </Group>
  );
}
