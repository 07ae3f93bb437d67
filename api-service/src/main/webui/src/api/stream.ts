import { EventCutter, type ServerEvent } from '../lib/sse';
import { ApiError, send } from './client';

export type StreamState = 'connecting' | 'open' | 'lost' | 'refused' | 'ended';

/** Nothing for this long, not even a heartbeat (every 15 s): the connection is dead although nobody said so. */
const SILENCE_MS = 40_000;
const RETRY_MS = [1000, 2000, 5000, 10_000];

/**
 * Follows a stream of server-sent events and opens it again when it breaks, until it is ended or refused. It is read by
 * fetch, because an EventSource cannot send the API key.
 *
 * @param take gets each event; `false` ends the stream for good
 */
export async function follow(target: string, take: (event: ServerEvent) => boolean | void, report: (state: StreamState) => void,
  end: AbortSignal, retries = RETRY_MS) {
  report('connecting');
  for (let attempt = 0; !end.aborted; attempt++) {
    try {
      const done = await readStream(target, take, () => {
        attempt = 0;
        report('open');
      }, end);
      if (done) {
        report('ended');
        return;
      }
    } catch (error) {
      if (error instanceof ApiError && [400, 401, 403, 404].includes(error.problem.status)) {
        report('refused');
        return;
      }
    }
    if (!end.aborted) {
      report('lost');
      await pause(retries[Math.min(attempt, retries.length - 1)]!, end);
    }
  }
}

async function readStream(target: string, take: (event: ServerEvent) => boolean | void, opened: () => void, end: AbortSignal) {
  const own = new AbortController();
  const stop = () => own.abort();
  end.addEventListener('abort', stop);
  let silence = setTimeout(stop, SILENCE_MS);
  try {
    const response = await send(target, { signal: own.signal, accept: 'text/event-stream' });
    const reader = response.body!.getReader();
    const decoder = new TextDecoder();
    const cutter = new EventCutter();
    opened();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return false;
      }
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE_MS);
      for (const event of cutter.push(decoder.decode(value, { stream: true }))) {
        if (take(event) === false) {
          own.abort();
          return true;
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
