import { Alert, Card, Group, MultiSelect, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useHistory } from '../../api/queries';
import { Loading } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { columns, RANGES, type Range } from '../../lib/chart';
import { numberText } from '../../lib/format';
import type { LiveValues } from '../../lib/live';
import { Chart } from './Chart';

const FIRST = 2;

/** What was stored, one chart for each chosen parameter. Range and parameters are part of the address. */
export function HistoryPanel({ id, values }: { id: string; values: LiveValues }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const range = RANGES.find((each) => each.key === search.get('range')) ?? RANGES[0]!;
  const known = Object.values(values).sort((a, b) => a.key.localeCompare(b.key));
  const charted = known.filter((each) => typeof each.value !== 'string' || each.status);
  const asked = search.getAll('parameter');
  const chosen = asked.length > 0 ? asked : charted.slice(0, FIRST).map((each) => each.key);
  const set = (change: (params: URLSearchParams) => void) => setSearch((before) => {
    const params = new URLSearchParams(before);
    change(params);
    return params;
  }, { replace: true });
  const names = new Map(known.map((each) => [each.key, each.name ?? each.key]));
  const options = [...new Set([...charted.map((each) => each.key), ...chosen])];
  return (
    <Stack>
      <Group align="flex-end">
        <SegmentedControl aria-label={t.device.range} value={range.key} data={RANGES.map((each) => each.key)}
          onChange={(value) => set((params) => params.set('range', value))} />
        <MultiSelect aria-label={t.device.historyPick} placeholder={chosen.length ? undefined : t.device.historyPick}
          style={{ flex: '1 1 16rem' }} value={chosen} maxValues={6} searchable
          data={options.map((value) => ({ value, label: names.get(value) ?? value }))}
          onChange={(next) => set((params) => {
            params.delete('parameter');
            next.forEach((each) => params.append('parameter', each));
          })} />
      </Group>
      {chosen.length === 0 && <Text c="dimmed">{t.device.historyNone}</Text>}
      {chosen.map((key) => <ParameterHistory key={key} id={id} parameter={key} name={names.get(key) ?? key} range={range} />)}
    </Stack>
  );
}

function ParameterHistory({ id, parameter, name, range }: { id: string; parameter: string; name: string; range: Range }) {
  const t = useText();
  const history = useHistory(id, parameter, `-${range.seconds}s`, range.every);
  return (
    <Card withBorder>
      <Title order={2} size="h5">{name}</Title>
      {history.isLoading && <Loading />}
      {history.error && <ProblemAlert error={history.error} retry={() => void history.refetch()} />}
      {history.data && history.data.series.length === 0 && <Text c="dimmed" size="sm">{t.device.historyEmpty}</Text>}
      {history.data?.truncated && <Alert color="orange" py={6} my={6}>{t.device.truncated}</Alert>}
      {history.data?.series.map((series) => {
        const numbers = series.points.flatMap((point) => (point.value === undefined ? [] : [point.value]));
        const without = series.points.length - numbers.length;
        const last = series.points[series.points.length - 1];
        const unit = series.unit ? ` ${series.unit}` : '';
        return (
          <div key={series.unit ?? ''}>
            <Text size="xs" c="dimmed" className="number" mb={4}>
              {[
                last?.value !== undefined && `${t.device.latest} ${numberText(last.value)}${unit}${last.label ? ` (${last.label})` : ''}`,
                numbers.length > 0 && `${t.device.min} ${numberText(least(numbers))}${unit}`,
                numbers.length > 0 && `${t.device.max} ${numberText(most(numbers))}${unit}`,
                without > 0 && t.device.statuses(without),
                range.every && t.device.averaged(range.every),
              ].filter(Boolean).join(' · ')}
            </Text>
            <Chart data={columns(series.points)} label={t.device.chart(name)} unit={series.unit ?? ''}
              from={Date.parse(history.data.from) / 1000} to={Date.parse(history.data.to) / 1000}
              stepped={!range.every && numbers.every(Number.isInteger) && new Set(numbers).size <= 8} />
          </div>
        );
      })}
    </Card>
  );
}

function least(numbers: number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b));
}

function most(numbers: number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b));
}
