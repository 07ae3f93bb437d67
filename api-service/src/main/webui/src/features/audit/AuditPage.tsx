import { Badge, Code, Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useList } from '../../api/call';
import { url } from '../../api/client';
import type { AuditEntry } from '../../api/types';
import { Ask } from '../../components/Ask';
import { DataTable, type Column } from '../../components/DataTable';
import { DownloadButton } from '../../components/DownloadButton';
import { Empty, Page } from '../../components/Page';
import { Pager } from '../../components/Pager';
import { SearchField } from '../../components/SearchField';
import { useListParams } from '../../components/useListParams';
import { useText } from '../../i18n';
import { localInput, timeText } from '../../lib/dates';

const SIZE = 100;
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** A moment of a `datetime-local` field for the API; empty for what is none. */
export function instantOf(local: string): string {
  const time = Date.parse(local);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

/** Who changed what over the API, newest first. All filters are part of the address. */
export function AuditPage() {
  const t = useText();
  const { params, page, set } = useListParams();
  const [open, setOpen] = useState<number | null>(null);
  const filter = {
    actor: params.get('actor') ?? '', method: params.get('method') ?? '', path: params.get('path') ?? '',
    from: params.get('from') ?? '', to: params.get('to') ?? '', refused: params.get('refused') === 'true' ? 'true' : '',
  };
  const entries = useList('/api/audit', {}, { ...filter, page, size: SIZE }, { refetchInterval: 15_000 });
  const columns: Column<AuditEntry>[] = [
    { id: 'at', header: t.audit.at, width: 192, cell: (each) => timeText(each.at) },
    { id: 'actor', header: t.audit.actor, width: 180, cell: (each) => <>{each.actor ?? '–'}<Text size="xs" c="dimmed">{each.address}</Text></> },
    { id: 'method', header: t.audit.method, width: 90, cell: (each) => <span className="mono">{each.method}</span> },
    {
      id: 'path', header: t.audit.path,
      cell: (each) => <button type="button" className="payload mono" style={{ overflowWrap: 'anywhere' }} aria-expanded={open === each.id} onClick={() => setOpen(open === each.id ? null : each.id!)}>{each.path}</button>,
    },
    { id: 'status', header: t.audit.status, width: 100, cell: (each) => <Badge color={(each.status ?? 0) >= 400 ? 'red' : 'teal'}>{each.status}</Badge> },
  ];
  const filtered = Object.values(filter).some(Boolean);
  return (
    <Page title={t.nav.audit} aside={<DownloadButton path={url('/api/audit/export', { ...filter, format: 'csv' })}>CSV</DownloadButton>}>
      <Group gap="sm" align="flex-end">
        <SearchField value={filter.path} label={t.audit.pathBegins} onChange={(path) => set({ path })} />
        <SearchField value={filter.actor} label={t.audit.actor} onChange={(actor) => set({ actor })} />
        <Select aria-label={t.audit.method} placeholder={t.audit.method} clearable w={130} value={filter.method || null} data={METHODS} onChange={(method) => set({ method })} />
        <Moment label={t.history.from} value={filter.from} onChange={(from) => set({ from })} />
        <Moment label={t.history.to} value={filter.to} onChange={(to) => set({ to })} />
        <Switch label={t.audit.refusedOnly} checked={!!filter.refused} onChange={(event) => set({ refused: event.currentTarget.checked ? 'true' : null })} />
      </Group>
      <Ask query={entries}>{(list) => (list.items.length === 0 ? <Empty>{filtered ? t.audit.noMatch : t.audit.none}</Empty> : (
        <DataTable label={t.nav.audit} rows={list.items} columns={columns} rowKey={(each) => String(each.id)} minWidth={860} below={(each) => (open === each.id ? <Detail entry={each} /> : null)} />
      ))}</Ask>
      <Pager page={page} size={SIZE} total={entries.data?.total ?? 0} onChange={(next) => set({ page: String(next) })} />
    </Page>
  );
}

function Moment({ label, value, onChange }: { label: string; value: string; onChange: (instant: string) => void }) {
  return (
    <TextInput type="datetime-local" aria-label={label} w={200} value={value ? localInput(Date.parse(value)) : ''}
      leftSection={<Text size="xs" c="dimmed">{label}</Text>} leftSectionWidth={42} onChange={(event) => onChange(instantOf(event.currentTarget.value))} />
  );
}

function Detail({ entry }: { entry: AuditEntry }) {
  const t = useText();
  return (
    <>
      {entry.body ? <Code block className="payload-text" tabIndex={0}>{entry.body}</Code> : <Text size="sm" c="dimmed">{t.audit.noBody}</Text>}
      {entry.trace_id && <Text size="xs" c="dimmed" ff="monospace" mt={4}>{t.common.trace} {entry.trace_id}</Text>}
    </>
  );
}
