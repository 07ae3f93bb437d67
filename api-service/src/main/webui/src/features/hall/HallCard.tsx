import { Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Device, Latest } from '../../api/types';
import { ConnectionBadge } from '../../components/Badges';
import { ValueMeaning, ValueNumber } from '../../components/ValueText';
import { useText } from '../../i18n';
import { ageText } from '../../lib/dates';
import { namedValues, valueOf } from '../wall/selection';

const SHOWN = 4;

/** A device with its first values, to be read from afar. What is old is grey and says how old it is. */
export function HallCard({ device, latest, columns, now }: { device: Device; latest: Latest | undefined; columns: string[]; now: number }) {
  const t = useText();
  const values = (columns.length > 0 ? columns.map((name) => [name, valueOf(latest, name)] as const) : namedValues(latest)).slice(0, SHOWN);
  const received = Date.parse(latest?.received_at ?? '');
  const state = latest?.connection_state ?? device.connection?.state ?? 'unknown';
  return (
    <Link to={`/devices/${encodeURIComponent(device.device_id)}`} className="hall-card" data-state={state} data-stale={latest?.stale || undefined}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text fz={22} fw={700} lineClamp={2} lh={1.2} title={device.device_id}>{device.name ?? device.device_id}</Text>
        <ConnectionBadge state={state} />
      </Group>
      <dl className="hall-values">
        {values.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="live-value">{value ? <><ValueNumber value={value} /> <ValueMeaning value={value} /></> : '–'}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed">
        {!latest ? '' : values.length === 0 ? t.device.noValues : latest?.stale ? `${t.device.stale} · ` : ''}{Number.isNaN(received) ? '' : t.common.ago(ageText(now - received))}
      </Text>
    </Link>
  );
}
