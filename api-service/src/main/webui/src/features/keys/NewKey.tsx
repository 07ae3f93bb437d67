import { Alert, Button, Group, Select, TagsInput, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import { Block } from '../../components/Block';
import { Copy } from '../../components/Copy';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';

const SCOPES = ['viewer', 'operator', 'admin'] as const;

/** Makes a key and shows it once. */
export function NewKey({ onMade }: { onMade: () => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<string>('viewer');
  const [expires, setExpires] = useState('');
  const [addresses, setAddresses] = useState<string[]>([]);
  const make = useMutation({
    mutationFn: () => call('POST /api/keys', {}, { name: name.trim(), scope, expires_at: expires ? new Date(`${expires}T23:59:59`).toISOString() : undefined, allowed_addresses: addresses.length > 0 ? addresses : undefined }),
    onSuccess: () => { setName(''); setAddresses([]); onMade(); },
  });
  return (
    <Block title={t.keys.make}>
      <form onSubmit={(event) => { event.preventDefault(); make.mutate(); }}>
        <Group gap="xs" align="flex-end">
          <TextInput label={t.common.name} required value={name} maxLength={100} style={{ flex: '1 1 14rem' }} onChange={(event) => setName(event.currentTarget.value)} />
          <Select label={t.keys.scope} allowDeselect={false} value={scope} onChange={(value) => setScope(value ?? 'viewer')} data={SCOPES.map((value) => ({ value, label: t.keys.scopes[value] }))} />
          <TextInput type="date" label={t.keys.expires} value={expires} onChange={(event) => setExpires(event.currentTarget.value)} />
          <TagsInput label={t.keys.addresses} description={t.keys.addressesText} placeholder={addresses.length > 0 ? undefined : '10.1.0.0/16'} value={addresses} onChange={setAddresses} style={{ flex: '1 1 14rem' }} />
          <Button type="submit" loading={make.isPending} disabled={!name.trim()}>{t.keys.make}</Button>
        </Group>
      </form>
      {make.data?.key && <Alert color="teal" mt="sm" title={t.keys.once}><Group gap="xs"><Text className="mono" size="sm" style={{ overflowWrap: 'anywhere' }}>{make.data.key}</Text><Copy text={make.data.key} /></Group></Alert>}
      {make.error && <ProblemAlert error={make.error} />}
    </Block>
  );
}
