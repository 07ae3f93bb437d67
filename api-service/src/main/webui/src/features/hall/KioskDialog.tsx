import { Alert, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import { Copy } from '../../components/Copy';
import { Dialog } from '../../components/Dialog';
import { ProblemAlert } from '../../components/Problem';
import { QrCode } from '../../components/QrCode';
import { useText } from '../../i18n';

/**
 * Makes a link that shows this wall on a screen without a keyboard. Its key may only look. It stands behind the #, which
 * browsers send to no server; whoever ends the link revokes the key.
 */
export function KioskDialog({ title, search, onClose }: { title: string; search: string; onClose: () => void }) {
  const t = useText();
  const [name, setName] = useState(title);
  const [every, setEvery] = useState(20);
  const make = useMutation({
    mutationFn: async () => {
      const made = await call('POST /api/keys', {}, { name: `Kiosk: ${name.trim()}`.slice(0, 100), scope: 'viewer' });
      const params = new URLSearchParams(search);
      params.set('title', name.trim());
      params.set('every', String(every));
      params.delete('page');
      return `${window.location.origin}/hall?${params.toString()}#key=${encodeURIComponent(made?.key ?? '')}`;
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t.wall.kiosk}>
      {make.data ? (
        <Stack align="flex-start">
          <Alert color="orange">{t.wall.kioskOnce}</Alert>
          <Text className="mono" size="xs" style={{ overflowWrap: 'anywhere' }}>{make.data}</Text>
          <Copy text={make.data} />
          <QrCode text={make.data} label={t.wall.kiosk} size={220} />
        </Stack>
      ) : (
        <form onSubmit={(event) => { event.preventDefault(); make.mutate(); }}>
          <Stack>
            <Text size="sm">{t.wall.kioskText}</Text>
            <TextInput data-autofocus label={t.wall.kioskTitle} required value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
            <NumberInput label={t.wall.every} min={5} max={600} allowDecimal={false} value={every} onChange={(value) => setEvery(Number(value) || 20)} />
            {make.error && <ProblemAlert error={make.error} />}
            <Group justify="flex-end"><Button type="submit" loading={make.isPending} disabled={!name.trim()}>{t.wall.makeKiosk}</Button></Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
