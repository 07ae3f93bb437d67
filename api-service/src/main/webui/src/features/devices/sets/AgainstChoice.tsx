import { Button, FileButton, SegmentedControl, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { get, url } from '../../../api/client';
import { useList } from '../../../api/call';
import { deviceUrl, useDevices } from '../../../api/queries';
import { useText } from '../../../i18n';
import { dateText } from '../../../lib/dates';
import { valuesOf, valuesOfFile, type Against, type ParameterSet } from './compare';

/** What the device is held against; another set is a file, or what another device has. */
export function AgainstChoice({ against, onChange, onOther, own, type, lang }: {
  against: Against; onChange: (next: Against) => void; onOther: (values: ReadonlyMap<string, unknown>) => void; own: string;
  type: { vendor?: number; device?: number }; lang?: string;
}) {
  const t = useText();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 300);
  const kept = useList('/api/parameter-sets', {}, { vendor_id: type.vendor, device_type_id: type.device, size: 100 }, { enabled: against === 'other' });
  const devices = useDevices({ q: wanted, state: 'bound', size: 20 });
  const take = async (title: string, values: Promise<ReadonlyMap<string, unknown>>) => {
    try {
      onOther(await values);
      setName(title);
    } catch (error) {
      notifications.show({ message: error instanceof SyntaxError ? t.menus.badFile : (error as Error).message, color: 'red' });
    }
  };
  return (
    <>
      <SegmentedControl size="xs" aria-label={t.sets.heldAgainst} value={against} onChange={(value) => onChange(value as Against)}
        data={(['wanted', 'defaults', 'other'] as const).map((value) => ({ value, label: t.sets.against[value] }))} />
      {against === 'other' && (
        <>
          <FileButton accept="application/json" onChange={(file) => file && void take(file.name, file.text().then(valuesOfFile))}>{(props) => <Button size="xs" variant="light" {...props}>{t.sets.file}</Button>}</FileButton>
          <Select size="xs" aria-label={t.sets.device} placeholder={t.sets.device} searchable searchValue={text} onSearchChange={setText} filter={({ options }) => options}
            data={(devices.data?.items ?? []).filter((each) => each.device_id !== own).map((each) => each.device_id)}
            onChange={(device) => device && void take(device, get<ParameterSet>(url(`${deviceUrl(device)}/parameter-set`, { lang })).then((set) => valuesOf(set.parameters)))} />
          <Select size="xs" aria-label={t.sets.kept} placeholder={t.sets.kept} searchable value={null}
            data={(kept.data?.items ?? []).map((each) => ({ value: String(each.id), label: `${each.name} (${dateText(each.created_at)})` }))}
            onChange={(set, option) => set && void take(option?.label ?? set, get<ParameterSet>(`/api/parameter-sets/${set}/file`).then((found) => valuesOf(found.parameters)))} />
          {name && <Text size="xs" c="dimmed">{name}</Text>}
        </>
      )}
    </>
  );
}
