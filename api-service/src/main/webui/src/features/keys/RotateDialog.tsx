import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import type { ApiKeyView } from '../../api/types';
import { Copy } from '../../components/Copy';
import { Dialog } from '../../components/Dialog';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';

const OVERLAPS = ['0s', '1h', '24h', '168h'];

/** Makes a key in the place of another one, which goes on for a while, so that nothing stands still while it is exchanged. */
export function RotateDialog({ apiKey, onClose, onDone }: { apiKey: ApiKeyView; onClose: () => void; onDone: () => void }) {
  const t = useText();
  const [overlap, setOverlap] = useState('24h');
  const rotate = useMutation({ mutationFn: () => call('POST /api/keys/{id}/rotate', { id: apiKey.id! }, { overlap }), onSuccess: onDone });
  return (
    <Dialog opened onClose={onClose} title={t.keys.rotateOf(apiKey.name ?? '')}>
      {rotate.data?.key ? (
        <Alert color="teal" title={t.keys.once}><Group gap="xs"><Text className="mono" size="sm" style={{ overflowWrap: 'anywhere' }}>{rotate.data.key}</Text><Copy text={rotate.data.key} /></Group></Alert>
      ) : (
        <Stack>
          <Text size="sm">{t.keys.rotateText}</Text>
          <NativeSelect label={t.keys.overlap} value={overlap} data={OVERLAPS.map((value) => ({ value, label: t.keys.overlaps[value as keyof typeof t.keys.overlaps] }))} onChange={(event) => setOverlap(event.currentTarget.value)} />
          {rotate.error && <ProblemAlert error={rotate.error} />}
          <Group justify="flex-end"><Button data-autofocus loading={rotate.isPending} onClick={() => rotate.mutate()}>{t.keys.rotate}</Button></Group>
        </Stack>
      )}
    </Dialog>
  );
}
