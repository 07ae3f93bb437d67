import { Alert, Badge, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useHistories } from '../../../api/queries';
import type { History, Series } from '../../../api/types';
import { Block } from '../../../components/Block';
import { Loading } from '../../../components/Page';
import { ProblemAlert } from '../../../components/Problem';
import { useText } from '../../../i18n';
import { bounds, columns, everyFor, joined, lengthOf, type Span } from '../../../lib/chart';
import { numberText, statusText } from '../../../lib/numbers';
import { Chart } from './Chart';
import { timesOf } from './times';

interface Line {
  device: string;
  series: Series;
}

/** The history of one parameter, of several devices in one chart. Readings without a value are counted, and the line breaks there. */
export function ParameterHistory({ devices, parameter, name, span, onZoom }: {
  devices: { id: string; name: string }[]; parameter: string; name: string; span: Span; onZoom: (from: number, to: number) => void;
}) {
  const t = useText();
  const every = everyFor(lengthOf(span));
  const asked = useHistories(devices.map((each) => each.id), { parameter: [parameter], ...timesOf(span), every }, 'seconds' in span ? (every ? 30_000 : 5000) : false);
  const answers = asked.flatMap(({ data }, i) => (data ? [{ device: devices[i]!.name, data }] : []));
  const stamp = asked.map((each, i) => `${devices[i]!.id} ${each.dataUpdatedAt} ${each.isPlaceholderData}`).join();
  const failed = asked.find((each) => each.error);
  const units = [...new Set(answers.flatMap(({ data }) => (data.series ?? []).map((series) => series.unit ?? '')))];
  return (
    <Block title={name} aside={every && <Badge color="gray" title={t.history.averagesHint}>{t.device.averaged(every)}</Badge>}>
      {failed && <ProblemAlert error={failed.error} retry={() => void failed.refetch()} />}
      {answers.length === 0 && !failed && <Loading />}
      {answers.length > 0 && units.length === 0 && <Text c="dimmed" size="sm">{t.device.historyEmpty}</Text>}
      {answers.some(({ data }) => data.truncated) && <Alert color="orange" py={6} my={6}>{t.device.truncated}</Alert>}
      {units.map((unit) => (
        <OneUnit key={unit} unit={unit} stamp={stamp} name={name} averaged={!!every} alone={devices.length === 1} frame={answers[0]!.data} onZoom={onZoom}
          lines={answers.flatMap(({ device, data }) => (data.series ?? []).filter((series) => (series.unit ?? '') === unit).map((series) => ({ device, series })))} />
      ))}
    </Block>
  );
}

function OneUnit({ lines, stamp, unit, name, averaged, alone, frame, onZoom }: {
  lines: Line[]; stamp: string; unit: string; name: string; averaged: boolean; alone: boolean; frame: History; onZoom: (from: number, to: number) => void;
}) {
  const t = useText();
  // The lines are new objects whenever a live value arrives; the time of the answers says when they changed.
  const data = useMemo(() => joined(lines.map(({ series }) => columns(series.points ?? [], averaged))), [stamp, averaged]);
  const whole = lines.every(({ series }) => isWhole(series));
  return (
    <>
      {lines.map((line) => <Summary key={line.device} line={line} alone={alone} />)}
      <Chart data={data} label={t.device.chart(name)} names={lines.map(({ device }) => (alone ? unit || t.device.value : `${device}${unit && ` (${unit})`}`))} banded={averaged}
        from={Date.parse(frame.from ?? '') / 1000} to={Date.parse(frame.to ?? '') / 1000} onZoom={onZoom} stepped={!averaged && whole} />
    </>
  );
}

/** Last, least and greatest reading in words, for those who do not see the line. */
function Summary({ line: { device, series }, alone }: { line: Line; alone: boolean }) {
  const t = useText();
  const points = series.points ?? [];
  const last = points[points.length - 1];
  const unit = series.unit ? ` ${series.unit}` : '';
  const edges = bounds(points);
  const statuses = new Map<string, number>();
  points.forEach((point) => point.status && statuses.set(point.status, (statuses.get(point.status) ?? 0) + 1));
  return (
    <Group gap="xs" mb={4}>
      <Text size="xs" c="dimmed" className="number">
        {[
          !alone && device,
          last?.value !== undefined && `${t.device.latest} ${numberText(last.value)}${unit}${last.label ? ` (${last.label})` : ''}`,
          edges && `${t.device.min} ${numberText(edges.least)}${unit}`,
          edges && `${t.device.max} ${numberText(edges.most)}${unit}`,
          t.history.points(points.length),
        ].filter(Boolean).join(' · ')}
      </Text>
      {[...statuses].map(([status, count]) => <Badge key={status} size="sm" color="orange">{statusText(status)} × {count}</Badge>)}
    </Group>
  );
}

/** A few whole numbers are states, which hold until the next one. */
function isWhole(series: Series): boolean {
  const numbers = (series.points ?? []).flatMap(({ value }) => (value === undefined || value === null ? [] : [value]));
  return numbers.every(Number.isInteger) && new Set(numbers).size <= 8;
}
