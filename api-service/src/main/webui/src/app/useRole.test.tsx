// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, show } from '../test/show';
import { useMay } from './useRole';

afterEach(() => vi.unstubAllGlobals());

function Offers() {
  return <p>{[useMay('viewer') && 'look', useMay('operator') && 'operate', useMay('admin') && 'administer'].filter(Boolean).join(' ') || 'nothing'}</p>;
}

describe('what is offered', () => {
  it('is nothing until it is known, and nothing without a role', async () => {
    const server = api({ '/api/auth/me': { name: 'oidc:ada', kind: 'token' } });
    vi.stubGlobal('fetch', server.answer);
    show(<Offers />);
    expect(screen.getByText('nothing')).toBeTruthy();
    await vi.waitFor(() => expect(server.asked.length).toBe(1));
    expect(screen.getByText('nothing')).toBeTruthy();
  });

  it('is what the role allows and what the lesser ones do', async () => {
    vi.stubGlobal('fetch', api({ '/api/auth/me': { name: 'line-4', kind: 'key', scope: 'operator' } }).answer);
    show(<Offers />);
    expect(await screen.findByText('look operate')).toBeTruthy();
  });
});
