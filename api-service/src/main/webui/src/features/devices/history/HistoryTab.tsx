import { ActionIcon, Button, Group, MultiSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { get } from '../../../api/client';
import { historyUrl } from '../../../api/queries';
import type { History } from '../../../api/types';
import { usePreferences } from '../../../app/preferences';
import { useText } from '../../../i18n';
import { everyFor, lengthOf, moved, RANGES, spanOf, type Span } from '../../../lib/chart';
import { localInput } from '../../../lib/dates';
import type { LiveValues } from '../../../lib/live';
import { csv, fileName, saveText } from '../../../lib/save';
import { OtherDevices } from './OtherDevices';
import { ParameterHistory } from './ParameterHistory';

const FIRST = 2;

/** What was stored, one chart for each chosen parameter. Span and parameters are part of the address. */
export default function HistoryTab({ id, values }: { id: string; values: LiveValues }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const span = spanOf(search, usePreferences().range);
  const known = Object.values(values).sort((a, b) => a.key.localeCompare(b.key, undefined, { numeric: true }));
  const charted = known.filter((each) => typeof each.value !== 'string' || each.status);
  const asked = search.getAll('parameter');
  const chosen = asked.length > 0 ? asked : charted.slice(0, FIRST).map((each) => each.key);
  const change = (edit: (params: URLSearchParams) => void) => setSearch((before) => {
    const params = new URLSearchParams(before);
    edit(params);
    return params;
  }, { replace: true });
  const show = (next: Span) => change((params) => {
    params.delete('range');
    params.delete('from');
    params.delete('to');
    if ('seconds' in next) {
      params.set('range', RANGES.find((each) => each.seconds === next.seconds)!.key);
    } else {
      params.set('from', new Date(next.from).toISOString());
      params.set('to', new Date(next.to).toISOString());
    }
  });
  const names = new Map(known.map((each) => [each.key, each.name ?? each.key]));
  const options = [...new Set([...charted.map((each) => each.key), ...chosen])];
  const others = search.getAll('device').filter((each) => each !== id).slice(0, 4);
  const live = 'seconds' in span;
  const now = Date.now();
  const save = useMutation({
    mutationFn: async () => {
      const query = { parameter: chosen, ...timesOf(span), every: everyFor(lengthOf(span)) };
      const history = await get<History>(historyUrl(id, query));
      const rows = (history.series ?? []).flatMap((series) => (series.points ?? []).map((point) =>
        [point.timestamp, series.parameter, point.value, series.unit, point.label, point.status]));
      saveText(`${fileName(id)}_history.csv`, csv([['timestamp', 'parameter', 'value', 'unit', 'label', 'status'], ...rows]), 'text/csv');
    },
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="xs">
        <SegmentedControl aria-label={t.device.range} size="xs" value={live ? RANGES.find((each) => each.seconds === span.seconds)?.key ?? '' : ''} data={RANGES.map((each) => each.key)}
          onChange={(key) => show({ seconds: RANGES.find((each) => each.key === key)!.seconds })} />
        <ActionIcon variant="default" size="md" aria-label={t.history.earlier} onClick={() => show(moved(span, now, { by: -0.5 }))}>◀</ActionIcon>
        <ActionIcon variant="default" size="md" aria-label={t.history.later} disabled={live} onClick={() => show(moved(span, now, { by: 0.5 }))}>▶</ActionIcon>
        <ActionIcon variant="default" size="md" aria-label={t.history.zoomIn} onClick={() => show(moved(span, now, { zoom: 0.5 }))}>+</ActionIcon>
        <ActionIcon variant="default" size="md" aria-label={t.history.zoomOut} onClick={() => show(moved(span, now, { zoom: 2 }))}>−</ActionIcon>
        <Moments key={live ? 'live' : `${span.from}-${span.to}`} span={span} now={now} show={show} />
        <Button size="xs" variant="light" ml="auto" disabled={chosen.length === 0} loading={save.isPending} onClick={() => save.mutate()}>CSV</Button>
      </Group>
      <MultiSelect aria-label={t.device.historyPick} placeholder={chosen.length ? undefined : t.device.historyPick} value={chosen} maxValues={8} searchable
        data={options.map((value) => ({ value, label: names.get(value) ?? value }))}
        onChange={(next) => change((params) => {
          params.delete('parameter');
          next.forEach((each) => params.append('parameter', each));
        })} />
      <OtherDevices own={id} chosen={others} onChange={(next) => change((params) => {
        params.delete('device');
        next.forEach((each) => params.append('device', each));
      })} />
      <Text size="xs" c="dimmed">{t.history.hint}</Text>
      {chosen.length === 0 && <Text c="dimmed">{t.device.historyNone}</Text>}
      {chosen.flatMap((key) => [id, ...others].map((device) => (
        <ParameterHistory key={`${device} ${key}`} id={device} parameter={key} name={`${names.get(key) ?? key}${others.length > 0 ? ` · ${device}` : ''}`} span={span}
          onZoom={(from, to) => show({ from: Math.round(from * 1000), to: Math.round(to * 1000) })} />
      )))}
    </Stack>
  );
}

/** What the API is asked for. */
export function timesOf(span: Span): { from: string; to?: string } {
  return 'seconds' in span ? { from: `-${span.seconds}s` } : { from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() };
}

function Moments({ span, now, show }: { span: Span; now: number; show: (span: Span) => void }) {
  const t = useText();
  const from = 'seconds' in span ? now - span.seconds * 1000 : span.from;
  const to = 'seconds' in span ? now : span.to;
  const set = (a: number, b: number) => {
    if (!Number.isNaN(a) && !Number.isNaN(b) && a < b) {
      show({ from: a, to: b });
    }
  };
  return (
    <Group gap={4}>
      <TextInput type="datetime-local" size="xs" aria-label={t.history.from} defaultValue={localInput(from)} onBlur={(event) => {
        const time = Date.parse(event.currentTarget.value);
        if (localInput(from) !== event.currentTarget.value) {
          set(time, to);
        }
      }} />
      <TextInput type="datetime-local" size="xs" aria-label={t.history.to} defaultValue={localInput(to)} onBlur={(event) => {
        const time = Date.parse(event.currentTarget.value);
        if (localInput(to) !== event.currentTarget.value) {
          set(from, time);
        }
      }} />
    </Group>
  );
}
