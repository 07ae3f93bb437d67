import { ActionIcon, Button, CloseIcon, Group, Menu, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../i18n';

interface Saved {
  name: string;
  search: string;
}

/** Filters that a user keeps under a name, in this browser. */
export function SavedFilters() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [saved, setSaved] = useLocalStorage<Saved[]>({ key: 'greenstack-catalog-filters', defaultValue: [] });
  const [name, setName] = useState('');
  const search = params.toString();
  const save = () => {
    setSaved([...saved.filter((each) => each.name !== name.trim()), { name: name.trim(), search }]);
    setName('');
  };
  return (
    <Menu position="bottom-start" closeOnItemClick={false}>
      <Menu.Target><Button size="compact-sm" variant="default">{t.catalog.saved}{saved.length > 0 && ` (${saved.length})`}</Button></Menu.Target>
      <Menu.Dropdown>
        {saved.map((each) => (
          <Group key={each.name} gap={4} wrap="nowrap">
            <Menu.Item onClick={() => setParams(each.search)}>{each.name}</Menu.Item>
            <ActionIcon variant="subtle" color="gray" aria-label={t.catalog.forget(each.name)} onClick={() => setSaved(saved.filter((one) => one !== each))}><CloseIcon size="14" /></ActionIcon>
          </Group>
        ))}
        {saved.length > 0 && <Menu.Divider />}
        <form onSubmit={(event) => { event.preventDefault(); save(); }}>
          <Group gap={6} p={6} wrap="nowrap">
            <TextInput size="xs" aria-label={t.common.name} placeholder={t.catalog.saveAs} value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
            <Button size="xs" type="submit" disabled={!name.trim() || !search}>{t.common.save}</Button>
          </Group>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
