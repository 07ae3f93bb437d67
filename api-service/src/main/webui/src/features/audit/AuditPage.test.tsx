// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, showAt } from '../../test/show';
import { AuditPage, instantOf } from './AuditPage';

afterEach(() => vi.unstubAllGlobals());

describe('the audit log', () => {
  it('asks for what the address names, and shows what was sent', async () => {
    const server = api({ '/api/audit': [{ id: 7, at: '2026-01-01T00:00:00Z', actor: 'line-4', method: 'DELETE', path: '/api/devices/press-7', status: 403, body: '{"why":"gone"}' }] });
    vi.stubGlobal('fetch', server.answer);
    showAt('/audit?actor=line-4&refused=true', <AuditPage />);
    await userEvent.click(await screen.findByRole('button', { name: '/api/devices/press-7' }));
    expect(screen.getByText('{"why":"gone"}')).toBeTruthy();
    expect(server.asked[0]!.path).toBe('/api/audit?actor=line-4&refused=true&page=1&size=100');
  });

  it('says why there is nothing', async () => {
    vi.stubGlobal('fetch', api({ '/api/audit': [] }).answer);
    showAt('/audit', <AuditPage />);
    expect(await screen.findByText('Nothing was changed over the API yet.')).toBeTruthy();
  });

  it('takes a moment of the field as one of the time zone of the user', () => {
    expect(instantOf('2026-11-30T14:05')).toBe(new Date('2026-11-30T14:05').toISOString());
    expect(instantOf('')).toBe('');
  });
});
