import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import { get } from '../../api/client';
import { deviceUrl } from '../../api/queries';
import type { Device } from '../../api/types';
import { useSparseList } from '../../components/useSparseList';
import type { Selection } from './selection';

const EVERY_MS = 15_000;
const MOST_NAMED = 200;

/** The devices of a wall: the pinned ones, then those that are named or that the filter finds. */
export function useWallDevices({ devices, pinned, q, label, connection }: Selection) {
  const alone = devices.length > 0;
  const named = [...new Set([...pinned, ...devices])].slice(0, MOST_NAMED);
  const asked = useQueries({
    queries: named.map((id) => ({
      queryKey: ['device', id], queryFn: ({ signal }: { signal: AbortSignal }) => get<Device>(deviceUrl(id), signal), refetchInterval: EVERY_MS,
    })),
  });
  const list = useSparseList<Device>('/api/devices', { q, label, connection }, EVERY_MS);
  const first = asked.flatMap((each) => (each.data ? [each.data] : []));
  const rows: (Device | undefined)[] = alone ? first : [...first, ...list.rows.filter((each) => !each || !pinned.includes(each.device_id))];
  const ahead = first.length;
  const { onRange: askList } = list;
  // Pinned rows are left out of the list below them: it is asked for a little more on both sides.
  const onRange = useCallback((from: number, to: number) => {
    if (!alone) {
      askList(Math.max(0, from - ahead), Math.max(0, to + ahead));
    }
  }, [alone, ahead, askList]);
  return {
    rows, onRange,
    total: alone ? (asked.every((each) => !each.isLoading) ? rows.length : undefined) : list.total,
    loading: alone ? asked.some((each) => each.isLoading) && rows.length === 0 : list.loading,
    error: alone ? asked.find((each) => each.error)?.error : list.error,
    refetch: alone ? () => asked.forEach((each) => void each.refetch()) : list.refetch,
  };
}
