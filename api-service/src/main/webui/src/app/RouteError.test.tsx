// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryRouter, Link, Outlet, RouterProvider } from 'react-router';
import userEvent from '@testing-library/user-event';
import { showBare } from '../test/show';
import { isChunkError, RouteError } from './RouteError';

function app(page: () => Promise<{ Component: () => null }>) {
  return createMemoryRouter([{
    element: <><nav><Link to="/other">other</Link></nav><Outlet /></>,
    children: [{
      errorElement: <RouteError />,
      children: [{ index: true, element: <p>first</p> }, { path: 'other', lazy: page }],
    }],
  }]);
}

afterEach(() => vi.unstubAllGlobals());

describe('a page that cannot be shown', () => {
  it('says that the service does not answer, keeps the frame and waits', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const router = app(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module: /assets/x.js')));
    showBare(<RouterProvider router={router} />);
    await userEvent.click(screen.getByText('other'));
    expect(await screen.findByText('This page could not be loaded')).toBeTruthy();
    expect(screen.getByText('Waiting for the service')).toBeTruthy();
    expect(screen.getByText('other')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Hey developer|Unexpected Application Error/);
  });

  it('names what a page failed of', async () => {
    const router = app(() => Promise.resolve({ Component: () => { throw new Error('broken figures'); } }));
    showBare(<RouterProvider router={router} />);
    await userEvent.click(screen.getByText('other'));
    expect(await screen.findByText('broken figures')).toBeTruthy();
    expect(screen.getByText('This page has failed')).toBeTruthy();
  });

  it('knows the three browser engines', () => {
    expect(isChunkError(new TypeError('Failed to fetch dynamically imported module: x'))).toBe(true);
    expect(isChunkError(new TypeError('error loading dynamically imported module: x'))).toBe(true);
    expect(isChunkError(new TypeError('Importing a module script failed.'))).toBe(true);
    expect(isChunkError(new Error('Unable to preload CSS for /assets/x.css'))).toBe(true);
    expect(isChunkError(new Error('x is undefined'))).toBe(false);
  });
});
