import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { EventCutter } from '../lib/sse';
import { fromLatest, fromReading, type LiveValues } from '../lib/live';
import { ApiError, send } from './client';
import { deviceUrl, fetchLatest } from './queries';
import type { RawOctets, Reading } from './types';

export type StreamState = 'connecting' | 'open' | 'lost';

/** Nothing for this long, not even a heartbeat (every 15 s): the connection is dead although nobody said so. */
const SILENCE_MS = 40_000;
const RETRY_MS = [1000, 2000, 5000, 10_000];

/**
 * Live values of a device: what the API has kept, then what its stream brings. The stream is read by fetch, because an
 * EventSource cannot send the API key.
 */
export function useLive(id: string, key: string | null) {
  const [values, setValues] = useState<LiveValues>({});
  const [raw, setRaw] = useState<{ in?: RawOctets; out?: RawOctets }>({});
  const [stream, setStream] = useState<StreamState>('connecting');
  const latest = useQuery({
    queryKey: ['latest', id],
    queryFn: ({ signal }) => fetchLatest(id, signal),
    refetchInterval: 10_000,
  });

  useEffect(() => {
    setValues({});
    setRaw({});
  }, [id]);

  useEffect(() => {
    if (latest.data?.latest.device_id === id) {
      const { latest: view, serverNow } = latest.data;
      const answeredAt = latest.dataUpdatedAt;
      setValues((before) => fromLatest(before, view, serverNow, answeredAt));
      setRaw((before) => ({ in: before.in ?? view.raw, out: before.out ?? view.raw_out }));
    }
  }, [latest.data, latest.dataUpdatedAt, id]);

  useEffect(() => {
    const end = new AbortController();
    const take = (reading: Reading) => {
      setValues((before) => fromReading(before, reading, Date.now()));
      setRaw((before) => ({ in: reading.raw ?? before.in, out: reading.raw_out ?? before.out }));
    };
    void follow(id, take, setStream, end.signal);
    return () => end.abort();
  }, [id, key]);

  return { values, raw, stream, latest };
}

async function follow(id: string, take: (reading: Reading) => void, report: (state: StreamState) => void,
  end: AbortSignal) {
  report('connecting');
  for (let attempt = 0; !end.aborted; attempt++) {
    try {
      await readStream(id, take, () => {
        attempt = 0;
        report('open');
      }, end);
    } catch (error) {
      if (error instanceof ApiError && [401, 403, 404].includes(error.problem.status)) {
        report('lost');
        return;
      }
    }
    if (!end.aborted) {
      report('lost');
      await pause(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]!, end);
    }
  }
}

async function readStream(id: string, take: (reading: Reading) => void, opened: () => void, end: AbortSignal) {
  const own = new AbortController();
  const stop = () => own.abort();
  end.addEventListener('abort', stop);
  let silence = setTimeout(stop, SILENCE_MS);
  try {
    const response = await send(`${deviceUrl(id)}/telemetry/stream`, { signal: own.signal, accept: 'text/event-stream' });
    const reader = response.body!.getReader();
    const decoder = new TextDecoder();
    const cutter = new EventCutter();
    opened();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE_MS);
      for (const event of cutter.push(decoder.decode(value, { stream: true }))) {
        if (event.event === 'reading') {
          take(JSON.parse(event.data) as Reading);
        }
      }
    }
  } finally {
    clearTimeout(silence);
    end.removeEventListener('abort', stop);
  }
}

function pause(ms: number, end: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      end.removeEventListener('abort', done);
      resolve();
    }
    end.addEventListener('abort', done);
  });
}
