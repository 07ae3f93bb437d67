// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, showAt } from '../../test/show';
import { Attention } from './Attention';
import { OverviewPage } from './OverviewPage';

afterEach(() => vi.unstubAllGlobals());

const CLAIMS = /every device can be decoded|No device needs attention|nothing was given up|all .* closed|No event is active/i;

describe('the overview', () => {
  it('claims nothing before it knows', () => {
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    showAt('/', <OverviewPage />);
    expect(document.body.textContent).not.toMatch(CLAIMS);
    expect(screen.queryByText('0')).toBeNull();
  });

  it('claims nothing when the API does not answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    showAt('/', <OverviewPage />);
    await vi.waitFor(() => expect(screen.getAllByText('not known').length).toBeGreaterThan(5));
    expect(document.body.textContent).not.toMatch(CLAIMS);
  });

  it('says that no device needs attention when all lists are empty', async () => {
    vi.stubGlobal('fetch', api({ '/api/devices': [] }).answer);
    showAt('/', <Attention />);
    expect(await screen.findByText('No device needs attention.')).toBeTruthy();
  });
});
