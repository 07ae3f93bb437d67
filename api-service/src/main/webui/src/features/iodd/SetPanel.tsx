import { Badge, Button, FileButton, Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import type { IoddParameter } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Block } from '../../components/Block';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { asDesired, typed, type ParameterSet } from '../../lib/menus';
import { fileName, saveText } from '../../lib/save';
import { itemsOf } from './parameters';
import { SendDialog } from './SendDialog';

/** The type of a parameter or of an item of it, by the key of a parameter set. */
export function typeOf(key: string, parameters: IoddParameter[]): string | undefined {
  const own = parameters.find((each) => each.variable_id === key);
  if (own) {
    return own.data_type;
  }
  const slash = key.lastIndexOf('/');
  const record = parameters.find((each) => each.variable_id === key.slice(0, slash));
  return record && itemsOf(record).find((item) => String(item.subindex) === key.slice(slash + 1))?.data_type;
}

/** What was set: checked by the API, kept in a file, or sent to a device. */
export function SetPanel({ id, product, set, parameters, reset, load }: {
  id: number; product: string; set: ParameterSet; parameters: IoddParameter[]; reset: () => void; load: (set: ParameterSet) => void;
}) {
  const t = useText();
  const operator = useMay('operator');
  const [name, setName] = useState('');
  const [sending, setSending] = useState(false);
  const values = Object.fromEntries(Object.entries(set).map(([key, value]) => [key, typed(value, typeOf(key, parameters))]));
  const count = Object.keys(set).length;
  const checked = useQuery({
    queryKey: ['validate', id, values],
    queryFn: () => call('POST /api/iodd/{id}/validate', { id }, { values, for_writing: true }),
    enabled: count > 0,
    staleTime: Infinity,
    retry: false,
  });
  const valid = count > 0 && checked.data?.valid === true;
  const save = () => saveText(`${fileName(product)}_${fileName(name || 'parameters')}.json`,
    JSON.stringify({ description_id: id, product, name: name || undefined, saved_at: new Date().toISOString(), parameters: values }, null, 2), 'application/json');
  const open = async (file: File | null) => {
    if (!file) {
      return;
    }
    try {
      const kept = JSON.parse(await file.text()) as { name?: string; parameters?: Record<string, unknown> };
      load(Object.fromEntries(Object.entries(kept.parameters ?? {}).map(([key, value]) => [key, String(value)])));
      setName(kept.name ?? '');
    } catch {
      notifications.show({ message: t.menus.badFile, color: 'red' });
    }
  };
  return (
    <Block title={t.menus.set} aside={count > 0 && checked.data && <Badge color={valid ? 'teal' : 'red'}>{valid ? t.menus.valid : t.menus.invalid}</Badge>}>
      <Group gap="xs" align="flex-end">
        <Text size="sm" style={{ flex: '1 1 12rem' }}>{t.menus.changed(count)}</Text>
        <TextInput size="xs" aria-label={t.menus.name} placeholder={t.menus.name} value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
        <Button size="xs" variant="light" disabled={count === 0} onClick={save}>{t.menus.export}</Button>
        <FileButton accept="application/json" onChange={(file) => void open(file)}>{(props) => <Button size="xs" variant="light" {...props}>{t.menus.load}</Button>}</FileButton>
        {operator && <Button size="xs" disabled={!valid} onClick={() => setSending(true)}>{t.menus.send}</Button>}
        <Button size="xs" variant="subtle" disabled={count === 0} onClick={reset}>{t.menus.reset}</Button>
      </Group>
      {checked.error && <ProblemAlert error={checked.error} />}
      {(checked.data?.errors ?? []).map((each) => <Text key={`${each.field}${each.code}`} size="sm" c="red">{each.message}</Text>)}
      {sending && <SendDialog title={t.menus.sendTitle(count)} onClose={() => setSending(false)} desired={asDesired(values)} done={t.menus.wanted} />}
    </Block>
  );
}
