// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { BindingState, Device } from '../../api/types';
import type { LiveValue } from '../../lib/live';
import { showAt } from '../../test/show';
import { BindingBadge } from '../../components/Badges';
import { BindingAlert } from './BindingAlert';

const device = (state: BindingState): Device => ({ device_id: 'gw', binding: { state, mode: 'automatic' } });
const values = Object.fromEntries(Array.from({ length: 60 }, (_, i): [string, LiveValue] => [`v${i}`, { key: `v${i}`, value: i, timestamp: '2026-01-01T00:00:00Z', seenAt: 0 }]));
const raw = { in: { direction: 'in' as const, hex: '00' } };

describe('what a device lacks', () => {
  it('is nothing when it names 60 values itself without saying what it is', () => {
    showAt('/', <><BindingBadge state="identity_missing" /><BindingAlert device={device('identity_missing')} live={{ values, raw: {}, latest: {} as never }} /></>);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.body.textContent).not.toMatch(/missing/i);
  });

  it('is its identity when it sends octets that nobody can read', () => {
    showAt('/', <BindingAlert device={device('identity_missing')} live={{ values: {}, raw, latest: {} as never }} />);
    expect(screen.getByRole('alert').textContent).toMatch(/has not said what it is/);
  });

  it('is its description when no file fits', () => {
    showAt('/', <BindingAlert device={device('description_missing')} live={{ values: {}, raw, latest: {} as never }} onBind={() => undefined} />);
    expect(screen.getByRole('link', { name: 'Import files' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Bind by hand' })).toBeTruthy();
  });
});
