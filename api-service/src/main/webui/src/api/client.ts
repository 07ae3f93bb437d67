import { keyHeader, keyRefused } from './key';
import { reportReach } from './reach';
import type { Problem } from './types';

/** An answer other than success, or none at all (status 0). */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${problem.status}`);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

export interface Page<T> {
  items: T[];
  total: number;
}

export type Query = Record<string, string | number | boolean | string[] | undefined | null>;

interface Options {
  method?: string;
  body?: unknown;
  signal?: AbortSignal;
  /** Statuses that carry an ordinary body although they are no success. */
  alsoOk?: number[];
  accept?: string;
  headers?: Record<string, string>;
}

/** A path with its query; empty members are left out. */
export function url(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach((each) => search.append(name, each));
    } else if (value !== undefined && value !== null && value !== '') {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export async function send(target: string, options: Options = {}): Promise<Response> {
  const key = keyHeader();
  const headers: Record<string, string> = { Accept: options.accept ?? 'application/json', ...key, ...options.headers };
  let body: BodyInit | undefined;
  if (options.body instanceof FormData) {
    body = options.body;
  } else if (options.body !== undefined) {
    headers['Content-Type'] ??= 'application/json';
    body = JSON.stringify(options.body);
  }
  let response: Response;
  try {
    response = await fetch(target, { method: options.method ?? 'GET', headers, body, signal: options.signal });
  } catch (error) {
    if (options.signal?.aborted) {
      throw error;
    }
    reportReach(false);
    throw new ApiError({ status: 0, title: 'No answer', detail: 'The API service does not answer.', code: 'no-answer' });
  }
  reportReach(true);
  if (response.ok || options.alsoOk?.includes(response.status)) {
    return response;
  }
  if (response.status === 401) {
    keyRefused(key);
  }
  throw new ApiError(await problemOf(response));
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const body: unknown = await response.json();
    if (body && typeof body === 'object') {
      return { ...(body as Problem), status: response.status };
    }
  } catch {
    // No problem document: the status has to do.
  }
  return { status: response.status, title: response.statusText || `HTTP ${response.status}` };
}

export async function get<T>(target: string, signal?: AbortSignal, alsoOk?: number[]): Promise<T> {
  return (await (await send(target, { signal, alsoOk })).json()) as T;
}

/** One page of a list with the number of all items. */
export async function getPage<T>(target: string, signal?: AbortSignal): Promise<Page<T>> {
  const response = await send(target, { signal });
  const items = (await response.json()) as T[];
  const total = Number(response.headers.get('X-Total-Count') ?? items.length);
  return { items, total };
}

export async function change<T>(method: string, target: string, body?: unknown, headers?: Record<string, string>): Promise<T | undefined> {
  const response = await send(target, { method, body, headers });
  const text = await response.text();
  return text ? (JSON.parse(text) as T) : undefined;
}
