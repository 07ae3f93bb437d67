import { Alert, Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { useLive } from '../../api/useLive';
import type { Device } from '../../api/types';
import { useText } from '../../i18n';

/**
 * Says that values cannot be decoded, and what helps. A device that has not said what it is, but names its values itself,
 * lacks nothing: only octets that nobody can read are a fault.
 */
export function BindingAlert({ device, live, onBind }: {
  device: Device; live: Pick<ReturnType<typeof useLive>, 'values' | 'raw' | 'latest'>; onBind?: () => void;
}) {
  const t = useText();
  const state = device.binding?.state;
  if (state === 'bound' || !state) {
    return null;
  }
  const unread = !!live.raw.in || !!live.raw.out;
  if (state === 'identity_missing' && !unread) {
    return null;
  }
  const missing = state === 'description_missing';
  return (
    <Alert color="orange" title={missing ? t.device.missingTitle : t.device.identityTitle}>
      <Text size="sm" mb="xs">{missing ? t.device.missing : t.device.identityMissing}</Text>
      <Group gap="xs">
        {missing && <Button component={Link} to="/missing" size="compact-sm" variant="light" color="orange">{t.device.import}</Button>}
        {onBind && <Button size="compact-sm" variant="light" color="orange" onClick={onBind}>{t.devices.bindByHand}</Button>}
      </Group>
    </Alert>
  );
}
