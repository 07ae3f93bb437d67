import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useDevices } from '../../../api/queries';
import { useText } from '../../../i18n';

/** Devices whose history is shown beside this one, on the same span and with the same cursor. */
export function OtherDevices({ own, chosen, onChange }: { own: string; chosen: string[]; onChange: (devices: string[]) => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 300);
  const found = useDevices({ q: wanted, size: 20 });
  const options = new Map((found.data?.items ?? []).filter((each) => each.device_id !== own).map((each) => [each.device_id, each.name ?? each.device_id]));
  chosen.forEach((each) => options.set(each, options.get(each) ?? each));
  return (
    <MultiSelect aria-label={t.history.otherDevices} placeholder={chosen.length === 0 ? t.history.otherDevices : undefined} value={chosen} maxValues={4} searchable searchValue={text} onSearchChange={setText}
      filter={({ options: all }) => all} data={[...options].map(([value, label]) => ({ value, label: label === value ? value : `${label} (${value})` }))} onChange={onChange} />
  );
}
