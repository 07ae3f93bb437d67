import { Button, ColorInput, FileButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../api/call';
import { useBranding } from '../../app/useBranding';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';

/** Name, colours and logo of this installation, for administrators. */
export function BrandingForm() {
  const t = useText();
  const client = useQueryClient();
  const branding = useBranding();
  const [name, setName] = useState('');
  const [primary, setPrimary] = useState('');
  const [accent, setAccent] = useState('');
  useEffect(() => {
    if (branding.data) {
      setName(branding.data.name ?? '');
      setPrimary(branding.data.primary_color ?? '');
      setAccent(branding.data.accent_color ?? '');
    }
  }, [branding.data]);
  const change = useMutation({
    mutationFn: (action: () => Promise<unknown>) => action(),
    onSuccess: () => {
      notifications.show({ message: t.brand.saved, color: 'teal' });
      void client.invalidateQueries({ queryKey: ['/api/branding'] });
    },
  });
  const logo = (file: File | null) => {
    if (file) {
      const form = new FormData();
      form.append('file', file);
      change.mutate(() => call('PUT /api/branding/logo', {}, form));
    }
  };
  return (
    <Block title={t.brand.title}>
      <Ask query={branding}>{(data) => (
        <form onSubmit={(event) => { event.preventDefault(); change.mutate(() => call('PUT /api/branding', {}, { name: name.trim(), primary_color: primary, accent_color: accent })); }}>
          <Stack gap="sm">
            <Text size="sm" c="dimmed">{t.brand.text}</Text>
            <TextInput label={t.brand.name} required value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
            <Group grow>
              <ColorInput label={t.brand.primary} value={primary} onChange={setPrimary} format="hex" eyeDropperButtonProps={{ 'aria-label': t.brand.primary }} />
              <ColorInput label={t.brand.accent} value={accent} onChange={setAccent} format="hex" eyeDropperButtonProps={{ 'aria-label': t.brand.accent }} />
            </Group>
            <Group gap="xs">
              {data.logo && <img src={data.logo} alt={t.brand.logo} style={{ maxHeight: 40, maxWidth: 160 }} />}
              <FileButton accept="image/png,image/jpeg,image/webp" onChange={logo}>{(props) => <Button {...props} size="xs" variant="default">{t.brand.chooseLogo}</Button>}</FileButton>
              {data.logo && <Button size="xs" variant="subtle" color="red" onClick={() => change.mutate(() => call('DELETE /api/branding/logo'))}>{t.brand.removeLogo}</Button>}
              <Text size="xs" c="dimmed">{t.brand.logoHint}</Text>
            </Group>
            {change.error && <ProblemAlert error={change.error} />}
            <Group>
              <Button type="submit" size="xs" loading={change.isPending} disabled={!name.trim()}>{t.common.save}</Button>
              {data.custom && <Button size="xs" variant="subtle" onClick={() => change.mutate(() => call('DELETE /api/branding'))}>{t.brand.reset}</Button>}
            </Group>
          </Stack>
        </form>
      )}</Ask>
    </Block>
  );
}
