import { useCallback, useRef, useState } from 'react';
import { url } from '../../api/client';
import type { StreamState } from '../../api/stream';
import { useStream } from '../../api/useStream';
import { Recorder, type Message } from './recorder';

export interface Messages {
  items: readonly Message[];
  topics: readonly { topic: string; count: number; last: Message }[];
  /** All since the beginning, also those that were let go. */
  count: number;
  dropped: number;
  state: StreamState;
  paused: boolean;
  setPaused: (paused: boolean) => void;
  clear: () => void;
}

const SHOW_EVERY_MS = 250;

/** Messages of a topic filter as they come; nothing is followed without one. */
export function useMessages(filter: string | null): Messages {
  const [recorder] = useState(() => new Recorder());
  const [, redraw] = useState(0);
  const [paused, setPaused] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const show = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      redraw((n) => n + 1);
    }, SHOW_EVERY_MS);
  }, []);
  const state = useStream(filter === null || paused ? null : url('/api/mqtt/stream', { topic: filter }), (event) => {
    if (event.event === 'message') {
      recorder.add(JSON.parse(event.data) as Message);
      show();
    } else if (event.event === 'dropped') {
      recorder.drop(event.data);
      show();
    }
  });
  const clear = useCallback(() => {
    recorder.clear();
    redraw((n) => n + 1);
  }, [recorder]);
  return { items: recorder.items, topics: recorder.topics(), count: recorder.count, dropped: recorder.dropped, state, paused, setPaused, clear };
}
