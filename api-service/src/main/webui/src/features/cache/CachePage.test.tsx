// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, show } from '../../test/show';
import { CachePage } from './CachePage';

afterEach(() => vi.unstubAllGlobals());

const STATS = { cache: { enabled: true, connected: true, bytes: 2048, max_bytes: 1048576 }, namespaces: { iodd_lists: { hits: 90, misses: 10, ratio: 0.9, bytes: 2048, loads: 10, mean_load_ms: 3.25, ttl_seconds: 60 } } };

describe('the cache', () => {
  it('shows what it spares, and forgets one kind when an administrator says so', async () => {
    const server = api({ '/api/cache/stats': STATS, '/api/auth/me': { name: 'ada', kind: 'key', scope: 'admin' }, 'POST /api/cache/clear?scope=iodd_lists': {} });
    vi.stubGlobal('fetch', server.answer);
    show(<CachePage />);
    expect(await screen.findByText('90 %')).toBeTruthy();
    expect(screen.getByText('2.0 KiB of 1.0 MiB')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Forget' }));
    await vi.waitFor(() => expect(server.asked.some((each) => each.method === 'POST' && each.path === '/api/cache/clear?scope=iodd_lists')).toBe(true));
  });

  it('offers a viewer nothing to clear', async () => {
    vi.stubGlobal('fetch', api({ '/api/cache/stats': STATS, '/api/auth/me': { name: 'eve', kind: 'key', scope: 'viewer' } }).answer);
    show(<CachePage />);
    expect(await screen.findByText('90 %')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Forget' })).toBeNull();
  });
});
