// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, show } from '../test/show';
import { KeyDialog } from './KeyDialog';

afterEach(() => vi.unstubAllGlobals());

describe('the question who one is', () => {
  it('offers a sign-in where there is an issuer', async () => {
    vi.stubGlobal('fetch', api({ '/api/auth/config': { mode: 'keys', oidc: { enabled: true, issuer: 'https://id.example', client_id: 'greenstack' } } }).answer);
    show(<KeyDialog opened onClose={() => undefined} />);
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeTruthy();
    expect(screen.getByLabelText('API key')).toBeTruthy();
  });

  it('asks for a key alone where there is none', async () => {
    const server = api({ '/api/auth/config': { mode: 'keys', oidc: { enabled: false } } });
    vi.stubGlobal('fetch', server.answer);
    show(<KeyDialog opened onClose={() => undefined} />);
    expect(await screen.findByLabelText('API key')).toBeTruthy();
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(0));
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });
});
