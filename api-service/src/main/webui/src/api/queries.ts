import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { change, get, getPage, send, url, type Query } from './client';
import type {
  Decoded, DescriptionSummary, Device, Direction, EdsDetail, Finding, Health, History, IoddDetail, Latest, Layout,
} from './types';

/** `latest` with the server's time of the answer, which ages are counted by. */
export interface LatestAnswer {
  latest: Latest;
  serverNow: number;
}

export const deviceUrl = (id: string) => `/api/devices/${encodeURIComponent(id)}`;

export async function fetchLatest(id: string, signal?: AbortSignal): Promise<LatestAnswer> {
  const response = await send(`${deviceUrl(id)}/telemetry/latest`, { signal });
  const date = Date.parse(response.headers.get('Date') ?? '');
  return { latest: (await response.json()) as Latest, serverNow: Number.isNaN(date) ? Date.now() : date };
}

export function useDescriptions(query: Query) {
  return useQuery({
    queryKey: ['descriptions', query],
    queryFn: ({ signal }) => getPage<DescriptionSummary>(url('/api/descriptions', query), signal),
    placeholderData: keepPreviousData,
  });
}

export function useDescription(id: string | undefined) {
  return useQuery({
    queryKey: ['description', id],
    queryFn: ({ signal }) => get<DescriptionSummary>(`/api/descriptions/${id}`, signal),
    enabled: id !== undefined,
  });
}

export function useIodd(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['iodd', id],
    queryFn: ({ signal }) => get<IoddDetail>(`/api/iodd/${id}`, signal),
    enabled,
  });
}

export function useEds(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['eds', id],
    queryFn: ({ signal }) => get<EdsDetail>(`/api/eds/${id}`, signal),
    enabled,
  });
}

export function useLayout(id: string | undefined) {
  return useQuery({
    queryKey: ['layout', id],
    queryFn: ({ signal }) => get<Layout>(`/api/descriptions/${id}/process-data-layout`, signal),
    enabled: id !== undefined,
  });
}

export function useFindings(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['findings', id],
    queryFn: ({ signal }) => get<Finding[]>(`/api/descriptions/${id}/findings`, signal),
    enabled,
  });
}

export function decode(id: string, direction: Direction, hex: string, parameters: Record<string, number>) {
  return change<Decoded>('POST', `/api/descriptions/${id}/decode`, { direction, hex, parameters });
}

export function useDevices(query: Query) {
  return useQuery({
    queryKey: ['devices', query],
    queryFn: ({ signal }) => getPage<Device>(url('/api/devices', query), signal),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
}

export function useDevice(id: string) {
  return useQuery({
    queryKey: ['device', id],
    queryFn: ({ signal }) => get<Device>(deviceUrl(id), signal),
    refetchInterval: 15_000,
  });
}

/** Connection states of some devices by their ids. */
export function useLatestOf(ids: string[]) {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['latest', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchLatest(id, signal),
      refetchInterval: 15_000,
    })),
    combine: (results) => new Map(ids.map((id, i) => [id, results[i]?.data?.latest])),
  });
}

export function useHistory(id: string, parameter: string, from: string, every: string | undefined) {
  return useQuery({
    queryKey: ['history', id, parameter, from, every],
    queryFn: ({ signal }) =>
      get<History>(url(`${deviceUrl(id)}/telemetry/history`, { parameter, from, every, limit: 5000 }), signal),
    placeholderData: keepPreviousData,
    refetchInterval: every ? 30_000 : 10_000,
  });
}

export function useHealth() {
  return useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => get<Health>('/api/health/ready', signal, [503]),
    refetchInterval: 10_000,
  });
}
