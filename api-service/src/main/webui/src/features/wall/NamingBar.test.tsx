// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, show } from '../../test/show';
import { NamingBar } from './NamingBar';

afterEach(() => vi.unstubAllGlobals());

describe('naming many devices', () => {
  it('numbers them in the order of the wall and leaves alone what nobody filled in', async () => {
    const server = api({ 'PATCH /api/devices/b': {}, 'PATCH /api/devices/a': {} });
    vi.stubGlobal('fetch', server.answer);
    const clear = vi.fn();
    show(<NamingBar ids={['b', 'a']} clear={clear} />);
    await userEvent.type(screen.getByLabelText('Names'), 'Press {{n:2}');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await vi.waitFor(() => expect(clear).toHaveBeenCalled());
    expect(server.asked.map((each) => [each.path, each.body])).toEqual([
      ['/api/devices/b', '{"name":"Press 01"}'], ['/api/devices/a', '{"name":"Press 02"}'],
    ]);
  });

  it('says which devices could not be changed, and goes on with the others', async () => {
    vi.stubGlobal('fetch', api({ 'PATCH /api/devices/a': {} }).answer);
    const clear = vi.fn();
    show(<NamingBar ids={['gone', 'a']} clear={clear} />);
    await userEvent.type(screen.getByLabelText('Place'), 'Hall 2');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('1 device could not be changed')).toBeTruthy();
    expect(screen.getByText(/^gone: /)).toBeTruthy();
    expect(clear).not.toHaveBeenCalled();
  });
});
