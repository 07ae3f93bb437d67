import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useWhole } from '../../api/call';
import type { IoddParameter } from '../../api/types';
import { useTextLanguage } from '../../app/preferences';
import { Ask } from '../../components/Ask';
import { SearchIcon } from '../../components/Icons';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';
import { csv, fileName, saveText } from '../../lib/save';
import { ParameterTable } from './ParameterTable';
import { csvRows, matches } from './parameters';

/** Parameters of the device (ISDU) with their record items; search and filters are part of the address. */
export function ParametersTab({ id, product }: { id: number; product: string }) {
  const lang = useTextLanguage();
  const parameters = useWhole('/api/iodd/{id}/parameters', { id }, { lang }, { keep: true });
  return <Ask query={parameters}>{(list) => <Filtered parameters={list} product={product} />}</Ask>;
}

function Filtered({ parameters, product }: { parameters: IoddParameter[]; product: string }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string | null) => setSearch((before) => {
    const next = new URLSearchParams(before);
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
    return next;
  }, { replace: true });
  const text = search.get('q') ?? '';
  const access = search.get('access') ?? '';
  const origin = search.get('origin') ?? '';
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const found = useMemo(() => parameters.filter((each) => matches(each, wanted) && (!access || each.access_rights?.toLowerCase() === access)
    && (!origin || (origin === 'standard') === !!each.standard)), [parameters, wanted, access, origin]);
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <TextInput type="search" value={text} placeholder={t.description.filter} aria-label={t.description.filter} style={{ flex: '1 1 14rem' }} maw={380}
          leftSection={<SearchIcon size={16} />} onChange={(event) => set('q', event.currentTarget.value)} />
        <Select aria-label={t.description.access} placeholder={t.description.access} clearable w={130} value={access || null}
          data={['ro', 'rw', 'wo']} onChange={(value) => set('access', value)} />
        <Select aria-label={t.description.origin} placeholder={t.description.origin} clearable w={190} value={origin || null} onChange={(value) => set('origin', value)}
          data={[{ value: 'standard', label: t.description.originStandard }, { value: 'device', label: t.description.originDevice }]} />
        <Text size="sm" c="dimmed">{t.common.ofCount(found.length, parameters.length)}</Text>
        <Button variant="light" size="xs" ml="auto" onClick={() => saveText(`${fileName(product)}_parameters.csv`, csv(csvRows(found)), 'text/csv')}>CSV</Button>
        <Button variant="light" size="xs" onClick={() => saveText(`${fileName(product)}_parameters.json`, JSON.stringify(found, null, 2), 'application/json')}>JSON</Button>
      </Group>
      {found.length === 0 ? <Empty>{t.description.noParameters}</Empty> : <ParameterTable parameters={found} wanted={wanted} opened={search.get('item')?.replace(/\.\d+$/, '')} />}
    </Stack>
  );
}
