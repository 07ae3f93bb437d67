import { Anchor, Group, SegmentedControl, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { url } from '../../api/client';
import type { Alarm } from '../../api/types';
import { useStream } from '../../api/useStream';
import { setPreferences, usePreferences } from '../../app/preferences';
import { useMay } from '../../app/useRole';
import { DownloadButton } from '../../components/DownloadButton';
import { Empty, Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useListParams } from '../../components/useListParams';
import { useSparseList } from '../../components/useSparseList';
import { useText } from '../../i18n';
import { AlarmDialog } from './AlarmDialog';
import { AlarmFilters } from './AlarmFilters';
import { alarmFilter, isFiltered } from './alarmFilter';
import { AlarmTable } from './AlarmTable';
import { AnswerBar } from './AnswerBar';

const EVERY_MS = 15_000;

/** Alarms of all devices, live: those that somebody has to see to, or all that were. Filters and order are part of the address. */
export function AlarmsPage() {
  const t = useText();
  const client = useQueryClient();
  const operator = useMay('operator');
  const { sound } = usePreferences();
  const { params, set } = useListParams();
  const filter = alarmFilter(params);
  const list = useSparseList<Alarm>('/api/alarms', filter, EVERY_MS);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const refresh = useCallback(() => {
    void client.invalidateQueries({ queryKey: ['sparse', '/api/alarms'] });
    void client.invalidateQueries({ queryKey: ['/api/alarms/summary'] });
  }, [client]);
  useStream('/api/alarms/stream', refresh);
  const choose = useCallback((id: number) => setChosen((before) => {
    const next = new Set(before);
    if (!next.delete(id)) {
      next.add(id);
    }
    return next;
  }), []);
  const open = useCallback((id: number | null) => set({ alarm: id === null ? null : String(id), page: null }), [set]);
  const sort = params.get('sort') ?? '';
  const opened = Number(params.get('alarm'));
  return (
    <Page title={t.nav.alarms} aside={
      <Group gap="sm">
        <Anchor component={Link} to="/alarm-rules" size="sm">{t.nav.alarmRules}</Anchor>
        <Switch size="xs" label={t.alarms.sound} checked={sound} onChange={(event) => setPreferences({ sound: event.currentTarget.checked })} />
        <DownloadButton path={url('/api/alarms/export', { ...filter, sort: undefined, format: 'csv' })}>CSV</DownloadButton>
        <DownloadButton path={url('/api/alarms/export', { ...filter, sort: undefined, format: 'xlsx' })}>Excel</DownloadButton>
      </Group>
    }>
      <Group gap="sm">
        <SegmentedControl size="xs" aria-label={t.alarms.which} value={params.get('show') === 'all' ? 'all' : 'open'} onChange={(value) => set({ show: value === 'all' ? 'all' : null, state: null })}
          data={[{ value: 'open', label: t.alarms.open }, { value: 'all', label: t.alarms.history }]} />
        <AlarmFilters params={params} set={set} />
      </Group>
      {operator && chosen.size > 0 && <AnswerBar ids={[...chosen]} done={() => { setChosen(new Set()); refresh(); }} />}
      {list.error && <ProblemAlert error={list.error} retry={list.refetch} />}
      {list.loading && <Loading />}
      {list.total === 0 && <Empty>{isFiltered(filter) ? t.alarms.noMatch : params.get('show') === 'all' ? t.alarms.none : t.alarms.noneOpen}</Empty>}
      {!!list.total && (
        <AlarmTable rows={list.rows} onRange={list.onRange} sort={sort} onSort={(next) => set({ sort: next })} chosen={chosen} choose={operator ? choose : undefined} open={open} />
      )}
      {opened > 0 && <AlarmDialog id={opened} onClose={() => open(null)} changed={refresh} />}
    </Page>
  );
}
