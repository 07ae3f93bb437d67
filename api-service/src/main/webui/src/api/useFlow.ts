import { useEffect, useRef, useState } from 'react';
import { ratesOf } from '../lib/flow';
import { useGet } from './call';
import type { Pipeline } from './types';

/** How messages flow through the services, asked again and again, with the rates between the last two answers. */
export function useFlow() {
  const pipeline = useGet('/api/pipeline', {}, {}, { refetchInterval: 5000, staleTime: 0 });
  const before = useRef<Pipeline>(undefined);
  const [rates, setRates] = useState(new Map<string, number>());
  useEffect(() => {
    if (pipeline.data) {
      setRates(ratesOf(before.current, pipeline.data));
      before.current = pipeline.data;
    }
  }, [pipeline.data]);
  return { pipeline, rates };
}
