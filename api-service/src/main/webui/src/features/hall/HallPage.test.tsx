// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, showAt } from '../../test/show';
import { HallPage } from './HallPage';

afterEach(() => vi.unstubAllGlobals());

describe('hall mode', () => {
  it('shows named devices with their values, and says what is old', async () => {
    vi.stubGlobal('fetch', api({
      '/api/devices/press-7': { device_id: 'press-7', name: 'Press 7', connection: { state: 'connected' } },
      '/api/devices/press-7/telemetry/latest': {
        device_id: 'press-7', stale: true, connection_state: 'silent', received_at: '2026-01-01T00:00:00Z',
        values: { t: { name: 'Temperature', value: 23.5, unit: '°C', timestamp: '2026-01-01T00:00:00Z' } },
      },
      '/api/devices': [],
    }).answer);
    showAt('/hall?device=press-7&title=Line%204', <HallPage />);
    expect(await screen.findByText('Temperature')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Line 4' })).toBeTruthy();
    expect(screen.getByText('silent')).toBeTruthy();
    expect(screen.getByText(/^stale · /)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Link for a kiosk' })).toBeNull();
  });

  it('says that nothing has arrived only when it is known', async () => {
    vi.stubGlobal('fetch', (input: RequestInfo | URL) => (String(input).includes('/telemetry/latest') ? new Promise<never>(() => undefined)
      : api({ '/api/devices/press-8': { device_id: 'press-8', name: 'Press 8', connection: { state: 'connected' } }, '/api/devices': [] }).answer(input)));
    showAt('/hall?device=press-8', <HallPage />);
    expect(await screen.findByText('Press 8')).toBeTruthy();
    expect(screen.queryByText('Nothing has arrived from this device yet.')).toBeNull();
  });
});
