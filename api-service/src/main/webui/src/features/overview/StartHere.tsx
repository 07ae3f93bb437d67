import { Alert, Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useMay } from '../../app/useRole';
import { useText } from '../../i18n';
import { DropZone } from '../imports/DropZone';
import { TransferList } from '../imports/TransferList';

/** The two steps of an empty suite: a description, then a device. It goes when both are there. */
export function StartHere({ descriptions, devices }: { descriptions?: number; devices?: number }) {
  const t = useText();
  const operator = useMay('operator');
  return (
    <Alert color="teal" title={t.overview.start}>
      <Stack gap="sm">
        {descriptions === 0 && <Text size="sm">{t.overview.startText}</Text>}
        {descriptions === 0 && <DropZone />}
        <TransferList />
        {devices === 0 && <Text size="sm">{t.overview.startDevice}</Text>}
        {devices === 0 && operator && <div><Button component={Link} to="/devices?add=new" size="xs" variant={descriptions === 0 ? 'default' : 'filled'}>{t.devices.add}</Button></div>}
      </Stack>
    </Alert>
  );
}
