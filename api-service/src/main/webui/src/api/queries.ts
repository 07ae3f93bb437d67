import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { get, getPage, send, url, type Query } from './client';
import type { DescriptionSummary, Device, HealthView, History, Latest, Layout } from './types';

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

export function useLayout(id: string | undefined) {
  return useQuery({
    queryKey: ['layout', id],
    queryFn: ({ signal }) => get<Layout>(`/api/descriptions/${id}/process-data-layout`, signal),
    enabled: id !== undefined,
  });
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

/** What the API has kept of some devices, by their ids. */
export function useLatestOf(ids: string[], everyMs = 15_000) {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['latest', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchLatest(id, signal),
      refetchInterval: everyMs,
    })),
    combine: (results) => new Map(ids.map((id, i) => [id, results[i]?.data?.latest])),
  });
}

export interface HistoryQuery {
  parameter: string[];
  from: string;
  to?: string;
  every?: string;
}

/** The API takes several names with commas between them, so a comma of a name has a backslash. */
export function historyUrl(id: string, query: HistoryQuery) {
  const parameter = query.parameter.map((name) => name.replace(/,/g, '\\,'));
  return url(`${deviceUrl(id)}/telemetry/history`, { ...query, parameter, limit: 5000 });
}

/** The history of several devices, in the order of their ids. */
export function useHistories(ids: string[], query: HistoryQuery, refetch: number | false) {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['history', id, query],
      queryFn: ({ signal }: { signal: AbortSignal }) => get<History>(historyUrl(id, query), signal),
      placeholderData: keepPreviousData,
      refetchInterval: refetch,
    })),
  });
}

export function useHealth() {
  return useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => get<HealthView>('/api/health/ready', signal, [503]),
    refetchInterval: 10_000,
  });
}
