import { Stack, Text, TextInput } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useGet } from '../../api/call';
import type { IoddError, IoddEvent } from '../../api/types';
import { useTextLanguage } from '../../app/preferences';
import { Ask } from '../../components/Ask';
import { EventTypeBadge } from '../../components/Badges';
import { DataTable, type Column } from '../../components/DataTable';
import { SearchIcon } from '../../components/Icons';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';
import { hexCode } from '../../lib/hex';

type Code = IoddError & IoddEvent;

function codeText(each: Code, what: 'errors' | 'events'): string {
  return what === 'events' ? hexCode(each.code ?? 0, 4) : `${hexCode(each.code ?? 0, 2)} / ${hexCode(each.additional_code ?? 0, 2)}`;
}

/** What the device may report: events, or errors of parameter access. */
export function CodesTab({ id, what }: { id: number; what: 'errors' | 'events' }) {
  const t = useText();
  const lang = useTextLanguage();
  const [search, setSearch] = useSearchParams();
  const codes = useGet(what === 'events' ? '/api/iodd/{id}/events' : '/api/iodd/{id}/errors', { id }, { lang }, { keep: true });
  const text = search.get('q') ?? '';
  const wanted = text.trim().toLowerCase();
  const columns: Column<Code>[] = [
    { id: 'code', header: t.description.code, width: 130, value: (each) => (each.code ?? 0) * 256 + (each.additional_code ?? 0), cell: (each) => <span className="mono">{codeText(each, what)}</span> },
    ...(what === 'events' ? [{ id: 'type', header: t.description.type, width: 120, value: (each: Code) => each.event_type, cell: (each: Code) => <EventTypeBadge type={each.event_type} /> }] : []),
    {
      id: 'name', header: t.common.name, value: (each) => each.name,
      cell: (each) => <><Text size="sm" fw={500}>{each.name ?? '–'}</Text>{each.description && <Text size="xs" c="dimmed">{each.description}</Text>}</>,
    },
    { id: 'origin', header: t.description.origin, width: 120, value: (each) => (each.standard ? 1 : 0), cell: (each) => <Text size="sm" c="dimmed">{each.standard ? t.description.standard : t.description.ofDevice}</Text> },
  ];
  return (
    <Ask query={codes}>{(list) => {
      const found = (list as Code[]).filter((each) => !wanted || [codeText(each, what), each.name, each.description].some((part) => part?.toLowerCase().includes(wanted)));
      return list.length === 0 ? <Empty>{what === 'events' ? t.description.noEvents : t.description.noErrors}</Empty> : (
        <Stack gap="sm">
          <TextInput type="search" maw={380} value={text} placeholder={t.common.search} aria-label={t.common.search} leftSection={<SearchIcon size={16} />}
            onChange={(event) => { const value = event.currentTarget.value; setSearch((before) => { const next = new URLSearchParams(before); if (value) { next.set('q', value); } else { next.delete('q'); } return next; }, { replace: true }); }} />
          <DataTable label={what === 'events' ? t.description.tabs.events : t.description.tabs.errors} rows={found} columns={columns} rowKey={(each) => codeText(each, what) + String(each.name)} />
        </Stack>
      );
    }}</Ask>
  );
}
