import { ActionIcon, Button, Group, MultiSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { usePreferences } from '../../../app/preferences';
import { useText } from '../../../i18n';
import { moved, RANGES, spanOf, type Span } from '../../../lib/chart';
import type { LiveValues } from '../../../lib/live';
import { byName } from '../../../lib/order';
import { fileName, saveText } from '../../../lib/save';
import { GrafanaLink } from './GrafanaLink';
import { historyFile } from './historyFile';
import { Moments } from './Moments';
import { OtherDevices } from './OtherDevices';
import { ParameterHistory } from './ParameterHistory';

const FIRST = 2;

/** What was stored, one chart for each chosen parameter, with other devices in it. Span and parameters are part of the address. */
export default function HistoryTab({ id, values }: { id: string; values: LiveValues }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const span = spanOf(search, usePreferences().range);
  const known = Object.values(values).sort((a, b) => byName(a.key, b.key));
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
    mutationFn: async () => saveText(`${fileName(id)}_history.csv`, await historyFile([id, ...others], chosen, span), 'text/csv'),
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
        <GrafanaLink id={id} span={span} />
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
      {chosen.map((key) => (
        <ParameterHistory key={key} devices={[id, ...others].map((device) => ({ id: device, name: device }))} parameter={key} name={names.get(key) ?? key} span={span}
          onZoom={(from, to) => show({ from: Math.round(from * 1000), to: Math.round(to * 1000) })} />
      ))}
    </Stack>
  );
}
