import { Alert, Badge, Group, Text } from '@mantine/core';
import { useHistory } from '../../../api/queries';
import type { Series } from '../../../api/types';
import { Ask } from '../../../components/Ask';
import { Block } from '../../../components/Block';
import { useText } from '../../../i18n';
import { columns, everyFor, lengthOf, type Span } from '../../../lib/chart';
import { numberText, statusText } from '../../../lib/numbers';
import { Chart } from './Chart';
import { timesOf } from './HistoryTab';

/** The history of one parameter. Readings without a value are counted, and the line breaks there. */
export function ParameterHistory({ id, parameter, name, span, onZoom }: {
  id: string; parameter: string; name: string; span: Span; onZoom: (from: number, to: number) => void;
}) {
  const t = useText();
  const every = everyFor(lengthOf(span));
  const history = useHistory(id, { parameter: [parameter], ...timesOf(span), every }, 'seconds' in span ? (every ? 30_000 : 5000) : false);
  return (
    <Block title={name} aside={every && <Badge color="gray" title={t.history.averagesHint}>{t.device.averaged(every)}</Badge>}>
      <Ask query={history}>{(data) => (
        <>
          {(data.series ?? []).length === 0 && <Text c="dimmed" size="sm">{t.device.historyEmpty}</Text>}
          {data.truncated && <Alert color="orange" py={6} my={6}>{t.device.truncated}</Alert>}
          {(data.series ?? []).map((series) => (
            <OneSeries key={series.unit ?? ''} series={series} name={name} averaged={!!every} from={Date.parse(data.from ?? '') / 1000} to={Date.parse(data.to ?? '') / 1000} onZoom={onZoom} />
          ))}
        </>
      )}</Ask>
    </Block>
  );
}

function OneSeries({ series, name, averaged, from, to, onZoom }: {
  series: Series; name: string; averaged: boolean; from: number; to: number; onZoom: (from: number, to: number) => void;
}) {
  const t = useText();
  const points = series.points ?? [];
  const numbers = points.flatMap((point) => (point.value === undefined || point.value === null ? [] : [point.value]));
  const last = points[points.length - 1];
  const unit = series.unit ? ` ${series.unit}` : '';
  const statuses = new Map<string, number>();
  points.forEach((point) => point.status && statuses.set(point.status, (statuses.get(point.status) ?? 0) + 1));
  const least = numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const most = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  return (
    <>
      <Group gap="xs" mb={4}>
        <Text size="xs" c="dimmed" className="number">
          {[
            last?.value !== undefined && `${t.device.latest} ${numberText(last.value)}${unit}${last.label ? ` (${last.label})` : ''}`,
            numbers.length > 0 && `${averaged ? t.history.leastAverage : t.device.min} ${numberText(least)}${unit}`,
            numbers.length > 0 && `${averaged ? t.history.mostAverage : t.device.max} ${numberText(most)}${unit}`,
            t.history.points(points.length),
          ].filter(Boolean).join(' · ')}
        </Text>
        {[...statuses].map(([status, count]) => <Badge key={status} size="sm" color="orange">{statusText(status)} × {count}</Badge>)}
      </Group>
      <Chart data={columns(points)} label={t.device.chart(name)} unit={series.unit ?? ''} from={from} to={to} onZoom={onZoom}
        stepped={!averaged && numbers.every(Number.isInteger) && new Set(numbers).size <= 8} />
    </>
  );
}
