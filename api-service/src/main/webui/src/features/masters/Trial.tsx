import { Alert, List, Text } from '@mantine/core';
import type { MasterTrial } from '../../api/types';
import { useText } from '../../i18n';

/** What came of trying to reach a master: what it is and what hangs on it, or why not. */
export function Trial({ trial }: { trial: MasterTrial }) {
  const t = useText();
  if (!trial.reachable) {
    return <Alert color="red" role="alert" title={t.masters.unreachable}>{trial.error}</Alert>;
  }
  const ports = (trial.ports ?? []).filter((port) => port.vendor_id !== undefined);
  return (
    <Alert color="teal" role="status" title={t.masters.reachable(trial.took_ms ?? 0)}>
      <Text size="sm">{[trial.vendor, trial.product, trial.firmware && t.masters.firmwareIs(trial.firmware), trial.serial].filter(Boolean).join(' · ')}</Text>
      <Text size="sm">{t.masters.ofPorts(ports.length, trial.ports?.length ?? 0)}</Text>
      <List size="sm">{ports.map((port) => <List.Item key={port.port}>{t.masters.portHas(port.port ?? 0, port.product ?? `${port.vendor_id} / ${port.iolink_device_id}`)}</List.Item>)}</List>
    </Alert>
  );
}
