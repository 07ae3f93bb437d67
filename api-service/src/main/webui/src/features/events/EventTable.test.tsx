// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EventView } from '../../api/types';
import { showAt } from '../../test/show';
import { EventTable } from './EventTable';

const event = (id: number, more: Partial<EventView>): EventView => ({
  id, device_id: `press.${id}`, code: 36_352, code_hex: '0x8E00', mode: 'APPEARS', type: 'WARNING', name: 'Hot', occurred_at: '2026-11-30T10:00:00Z', ...more,
} as EventView);

describe('the table of events', () => {
  it('marks an event whose time is that of its arrival, because the clock of the device is ahead', () => {
    showAt('/events', <EventTable events={[event(1, { clock_ahead_ms: 7_260_000 }), event(2, {})]} />);

    const row = (device: string) => screen.getByText(device).closest('tr') ?? document.body;
    expect(within(row('press.1')).getByText('Clock 2 h ahead').closest('[title]')?.getAttribute('title')).toMatch(/arrival/);
    expect(within(row('press.2')).queryByText(/ahead/)).toBeNull();
  });
});
