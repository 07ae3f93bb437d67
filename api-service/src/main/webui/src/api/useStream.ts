import { useEffect, useRef, useState } from 'react';
import { useKey } from '../app/useKey';
import { asker } from './key';
import type { ServerEvent } from '../lib/sse';
import { follow, type StreamState } from './stream';

/** Follows a stream of the API as long as the component is there; without a target it does nothing. */
export function useStream(target: string | null, take: (event: ServerEvent) => boolean | void): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const who = asker(useKey());
  const taker = useRef(take);
  taker.current = take;
  useEffect(() => {
    if (!target) {
      return undefined;
    }
    const end = new AbortController();
    void follow(target, (event) => taker.current(event), setState, end.signal);
    return () => end.abort();
  }, [target, who]);
  return state;
}
