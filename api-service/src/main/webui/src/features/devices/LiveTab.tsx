import { Badge, Group, Stack, Switch } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useLayout } from '../../api/queries';
import type { useLive } from '../../api/useLive';
import { DataTable, type Column } from '../../components/DataTable';
import { ProblemAlert } from '../../components/Problem';
import { Loading } from '../../components/Page';
import { Sparkline } from '../../components/Sparkline';
import { useNow } from '../../components/useNow';
import { ValueMeaning, ValueNumber } from '../../components/ValueText';
import { useText } from '../../i18n';
import { ageText } from '../../lib/dates';
import { isLive, repeatedNames, type LiveValue } from '../../lib/live';
import { byName } from '../../lib/order';
import { HowToSend } from './HowToSend';

interface Line {
  value: LiveValue;
  /** Whether another value has its name. */
  twice: boolean;
  fresh: boolean;
  age: string;
}

/** Newest values as they arrive. What is old, or cannot be followed any more, is marked stale and loses its colour. */
export function LiveTab({ id, live, description }: { id: string; live: ReturnType<typeof useLive>; description?: number }) {
  const t = useText();
  const [, setSearch] = useSearchParams();
  const now = useNow(1000);
  const [wanted, setSparks] = useLocalStorage({ key: 'greenstack-sparklines', defaultValue: true });
  const wide = useMediaQuery('(min-width: 48em)', true);
  const sparks = wide && wanted;
  const layout = useLayout(description === undefined ? undefined : String(description));
  const formats = useMemo(() => new Map((layout.data?.in ?? []).flatMap((frame) => (frame.fields ?? []).map((field) => [field.key, field.scalings?.[0]?.display_format] as const))), [layout.data]);
  const { values, raw, stream, latest, trails } = live;
  const names = Object.keys(values).sort(byName);
  const twice = repeatedNames(Object.values(values));
  const disconnected = latest.data?.latest.connection_state === 'disconnected';
  const streaming = stream === 'open' || stream === 'connecting';
  // A line that says the same is the same object, so that its row is not drawn again.
  const kept = useRef(new Map<string, Line>());
  const rows = names.map((name): Line => {
    const value = values[name]!;
    const line = { value, twice: twice.has(value.name ?? name), fresh: isLive(value, now, streaming, disconnected), age: ageText(now - value.seenAt) };
    const known = kept.current.get(name);
    if (known && known.value === value && known.fresh === line.fresh && known.age === line.age && known.twice === line.twice) {
      return known;
    }
    kept.current.set(name, line);
    return line;
  });
  const columns = useMemo(() => {
    const all: Column<Line>[] = [
      {
        id: 'parameter', header: t.device.parameter,
        cell: ({ value, twice }) => (
          <><button type="button" className="payload row-link cut" title={t.device.toHistory} onClick={() => setSearch({ tab: 'history', parameter: value.key })}>{value.name ?? value.key}{twice && <span className="dim"> {value.key}</span>}</button>
            {!wide && <span className="live-value row-sub"><ValueMeaning value={value} /></span>}</>
        ),
      },
      {
        id: 'value', header: t.device.value, right: true, width: wide ? 190 : 130,
        cell: ({ value }) => <span className="live-value large">{value.status && value.value === undefined ? '–' : <ValueNumber value={value} format={formats.get(value.key)} />}</span>,
      },
      ...(wide ? [{ id: 'meaning', header: t.device.meaning, width: 200, cell: ({ value }: Line) => <span className="live-value"><ValueMeaning value={value} /></span> }] : []),
      ...(sparks ? [{ id: 'trend', header: t.device.trend, width: 130, cell: ({ value }: Line) => <Sparkline points={trails.of(value.key)} /> }] : []),
      {
        id: 'age', header: t.device.age, width: wide ? 120 : 76,
        cell: ({ fresh, age }) => (
          <span className="number dim">{age} {!fresh && <span className="chip" title={t.device.staleHint}>{t.device.stale}</span>}</span>
        ),
      },
    ];
    return all;
  }, [t, formats, wide, sparks, trails, setSearch]);
  if (latest.isLoading) {
    return <Loading />;
  }
  return (
    <Stack gap="sm">
      {latest.error && <ProblemAlert error={latest.error} retry={() => void latest.refetch()} />}
      <Group gap="sm" justify="space-between">
        <Badge variant="dot" color={stream === 'open' ? 'teal' : stream === 'connecting' ? 'gray' : 'red'} role="status">
          {stream === 'open' ? t.device.streamOpen : stream === 'connecting' ? t.device.streamConnecting : stream === 'refused' ? t.device.streamRefused : t.device.streamLost}
        </Badge>
        <Switch size="xs" label={t.device.sparklines} checked={wanted} onChange={(event) => setSparks(event.currentTarget.checked)} />
      </Group>
      {rows.length === 0 && !latest.error && !raw.in && <HowToSend id={id} layout={layout.data} />}
      {rows.length > 0 && (
        <DataTable label={t.device.tabs.live} rows={rows} columns={columns} rowKey={(line) => line.value.key} rowHeight={wide ? 40 : 48} minWidth={sparks ? 780 : wide ? 640 : 320} stale={(line) => !line.fresh} />
      )}
    </Stack>
  );
}
