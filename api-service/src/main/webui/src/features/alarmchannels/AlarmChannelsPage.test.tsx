// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, show } from '../../test/show';
import { AlarmChannelsPage } from './AlarmChannelsPage';

afterEach(() => vi.unstubAllGlobals());

const CHANNEL = { id: 3, name: 'Shift', type: 'webhook', url: 'https://chat.example.org/hooks/x', enabled: true, min_priority: 'high', told: ['raised'], scope: { type: 'all' }, after: '15m', gather: '10s' };

describe('alarm channels', () => {
  it('shows where a channel leads without what may be secret, and switches it off', async () => {
    const server = api({ '/api/alarm-channels': [CHANNEL], 'PUT /api/alarm-channels/3': {} });
    vi.stubGlobal('fetch', server.answer);
    show(<AlarmChannelsPage />);
    expect(await screen.findByText('chat.example.org')).toBeTruthy();
    expect(screen.getByText('after 15m unacknowledged, gathered over 10s')).toBeTruthy();
    await userEvent.click(screen.getByRole('switch', { name: 'Shift tells' }));
    const put = server.asked.find((each) => each.method === 'PUT')!;
    expect(JSON.parse(put.body!)).toEqual({ name: 'Shift', type: 'webhook', url: CHANNEL.url, enabled: false, min_priority: 'high', told: ['raised'], scope: { type: 'all' }, after: '15m', gather: '10s' });
  });

  it('makes a channel and shows its secret once', async () => {
    const server = api({ '/api/alarm-channels': [], 'POST /api/alarm-channels': { ...CHANNEL, secret: 'whsec-1' } });
    vi.stubGlobal('fetch', server.answer);
    show(<AlarmChannelsPage />);
    fireEvent.click(await screen.findByText('Make a channel'));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(/^Name/), { target: { value: 'Shift' } });
    fireEvent.change(dialog.getByLabelText(/^Address/), { target: { value: 'https://chat.example.org/hooks/x' } });
    fireEvent.click(dialog.getByText('Save').closest('button')!);
    expect(await screen.findByText('whsec-1')).toBeTruthy();
  });
});
