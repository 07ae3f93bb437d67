import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach } from 'vitest';

afterEach(cleanup);

/** Renders something with what every page has around it. */
export function show(what: ReactNode) {
  return showAt('/', what);
}

/** The same at an address. */
export function showAt(path: string, what: ReactNode) {
  return showBare(<MemoryRouter initialEntries={[path]}>{what}</MemoryRouter>);
}

/** The same for what brings a router of its own. */
export function showBare(what: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <MantineProvider env="test"><QueryClientProvider client={client}>{what}</QueryClientProvider></MantineProvider>,
  );
}

/** Answers requests of the API by path; what is not named is a 404. */
export function api(answers: Record<string, unknown>) {
  const asked: { method: string; path: string; body?: string }[] = [];
  const answer = (input: RequestInfo | URL, init?: RequestInit) => {
    const path = String(input);
    const method = init?.method ?? 'GET';
    asked.push({ method, path, body: typeof init?.body === 'string' ? init.body : undefined });
    const key = [`${method} ${path}`, path, path.split('?')[0]!].find((each) => each in answers);
    const body = key === undefined ? { status: 404, title: 'Not found' } : answers[key];
    return Promise.resolve(new Response(JSON.stringify(body), {
      status: key === undefined ? 404 : 200,
      headers: { 'Content-Type': 'application/json', ...(Array.isArray(body) ? { 'X-Total-Count': String(body.length) } : {}) },
    }));
  };
  return { answer, asked };
}
