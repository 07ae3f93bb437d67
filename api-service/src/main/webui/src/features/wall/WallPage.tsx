import { Button, Group, MultiSelect, Select, Text } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLatestOf } from '../../api/queries';
import { useMay } from '../../app/useRole';
import { Empty, Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { SearchField } from '../../components/SearchField';
import { useText } from '../../i18n';
import { csv, saveText } from '../../lib/save';
import { NamingBar } from './NamingBar';
import { columnsOf, selectionOf, valueOf, withAll } from './selection';
import { useWallDevices } from './useWallDevices';
import { WallTable } from './WallTable';

const EVERY_MS = 2000;
const USUAL_COLUMNS = 6;
const CONNECTIONS = ['connected', 'silent', 'disconnected', 'unknown'] as const;

/** Values of many devices side by side, for those who put a plant into operation. Only devices that can be seen are asked for. */
export function WallPage() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const selection = selectionOf(params);
  const operator = useMay('operator');
  const wall = useWallDevices(selection);
  const [range, setRange] = useState<[number, number]>([0, 30]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const visible = wall.rows.slice(range[0], range[1] + 1).flatMap((each) => (each ? [each.device_id] : []));
  const latest = useLatestOf(visible, EVERY_MS);
  const found = columnsOf(latest.values());
  const columns = selection.columns.length > 0 ? selection.columns : found.slice(0, USUAL_COLUMNS);
  const set = (name: string, value: string | null) => setParams(withAll(params, name, value ? [value] : []), { replace: true });
  const pin = useCallback((id: string) => setParams((before) => {
    const pinned = before.getAll('pin');
    return withAll(before, 'pin', pinned.includes(id) ? pinned.filter((each) => each !== id) : [...pinned, id]);
  }, { replace: true }), [setParams]);
  const choose = useCallback((id: string) => setChosen((before) => {
    const next = new Set(before);
    if (!next.delete(id)) {
      next.add(id);
    }
    return next;
  }), []);
  const { onRange } = wall;
  const seen = useCallback((first: number, last: number) => {
    setRange((before) => (before[0] === first && before[1] === last ? before : [first, last]));
    onRange(first, last);
  }, [onRange]);
  const pinned = useMemo(() => new Set(params.getAll('pin')), [params]);
  const save = () => saveText('wall.csv', csv([['device', 'name', 'state', ...columns],
    ...wall.rows.flatMap((each) => (each && latest.has(each.device_id)
      ? [[each.device_id, each.name, each.connection?.state, ...columns.map((column) => valueOf(latest.get(each.device_id), column)?.value)]] : []))]), 'text/csv');
  return (
    <Page title={t.nav.wall} up={{ to: '/devices', label: t.devices.title }} aside={
      <Group gap="xs">
        <Button size="xs" variant="light" onClick={save} disabled={visible.length === 0}>CSV</Button>
        <Button size="xs" component={Link} to={{ pathname: '/hall', search: params.toString() }}>{t.wall.hall}</Button>
      </Group>
    }>
      <Group gap="sm" align="flex-end">
        <SearchField value={selection.q} label={t.devices.search} onChange={(q) => set('q', q)} />
        <SearchField value={selection.label} label={t.wall.label} onChange={(label) => set('label', label)} />
        <Select aria-label={t.devices.connection} placeholder={t.devices.connection} clearable w={150} value={selection.connection || null}
          data={CONNECTIONS.map((value) => ({ value, label: t.state[value] }))} onChange={(value) => set('connection', value)} />
        <MultiSelect aria-label={t.wall.columns} placeholder={columns === selection.columns ? undefined : t.wall.columns} searchable clearable value={selection.columns} maw={560} style={{ flex: '1 1 16rem' }}
          data={[...new Set([...found, ...selection.columns])]} onChange={(next) => setParams(withAll(params, 'column', next), { replace: true })} />
      </Group>
      {operator && chosen.size > 0 && <NamingBar ids={wall.rows.flatMap((each) => (each && chosen.has(each.device_id) ? [each.device_id] : []))} clear={() => setChosen(new Set())} />}
      {wall.error && <ProblemAlert error={wall.error} retry={wall.refetch} />}
      {wall.loading && <Loading />}
      {wall.total === 0 && <Empty>{t.devices.nothing}</Empty>}
      {wall.rows.length > 0 && <WallTable rows={wall.rows} columns={columns} latest={latest} pinned={pinned} pin={pin} chosen={chosen} choose={operator ? choose : undefined} onRange={seen} />}
      <Text size="xs" c="dimmed">{t.wall.hint}</Text>
    </Page>
  );
}
