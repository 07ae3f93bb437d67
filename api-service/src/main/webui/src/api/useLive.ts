import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { fromLatest, fromReading, type LiveValues } from '../lib/live';
import { Trails } from '../lib/trails';
import { deviceUrl, fetchLatest } from './queries';
import type { RawOctets, Reading } from './types';
import { useStream } from './useStream';

/** Readings that come faster than this are shown together, ms: a screen is not read faster, and drawing many values costs. */
const SHOW_EVERY_MS = 200;
const SHOW_MANY_EVERY_MS = 500;
const MANY = 60;

/** Live values of a device: what the API has kept, then what its stream brings. */
export function useLive(id: string) {
  const [values, setValues] = useState<LiveValues>({});
  const [raw, setRaw] = useState<{ in?: RawOctets; out?: RawOctets }>({});
  const [trails] = useState(() => new Trails());
  const waiting = useRef<{ readings: Reading[]; timer?: ReturnType<typeof setTimeout> }>({ readings: [] });
  const latest = useQuery({
    queryKey: ['latest', id],
    queryFn: ({ signal }) => fetchLatest(id, signal),
    refetchInterval: 10_000,
  });

  useEffect(() => {
    setValues({});
    setRaw({});
    trails.clear();
    const box = waiting.current;
    return () => {
      clearTimeout(box.timer);
      box.readings = [];
      box.timer = undefined;
    };
  }, [id, trails]);

  useEffect(() => {
    if (latest.data?.latest.device_id === id) {
      const { latest: view, serverNow } = latest.data;
      const answeredAt = latest.dataUpdatedAt;
      setValues((before) => fromLatest(before, view, serverNow, answeredAt));
      setRaw((before) => ({ in: before.in ?? view.raw, out: before.out ?? view.raw_out }));
    }
  }, [latest.data, latest.dataUpdatedAt, id]);

  const show = () => {
    const box = waiting.current;
    const readings = box.readings;
    box.readings = [];
    box.timer = undefined;
    setValues((before) => readings.reduce((all, each) => fromReading(all, each, Date.now()), before));
    setRaw((before) => readings.reduce((all, each) => ({ in: each.raw ?? all.in, out: each.raw_out ?? all.out }), before));
  };
  const stream = useStream(`${deviceUrl(id)}/telemetry/stream`, (event) => {
    if (event.event === 'reading') {
      const reading = JSON.parse(event.data) as Reading;
      const box = waiting.current;
      trails.add(reading, Date.now());
      box.readings.push(reading);
      box.timer ??= setTimeout(show, Object.keys(reading.values).length > MANY ? SHOW_MANY_EVERY_MS : SHOW_EVERY_MS);
    }
  });

  return { values, raw, stream, latest, trails };
}
