// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CommunicationView } from '../../api/types';
import { show } from '../../test/show';
import { Layer } from './CommunicationTab';
import { connectionName, pinPosition, polesOf, wireColors } from './wires';

const wires = (...functions: string[]) => functions.map((wire_function, i) => ({ wire_number: i + 1, wire_function }));
const LAYER: CommunicationView = {
  bitrate: 'COM2',
  connections: [
    { connection_type: 'M12-4ConnectionT', product_ids: ['a'], wires: wires('L+', 'Other', 'L-', 'C/Q') },
    { connection_type: 'CableConnectionT', product_ids: ['b'], wires: [{ wire_number: 1, wire_color: 'BN', wire_function: 'L+' }, { wire_number: 2, wire_color: 'WH', wire_function: 'NC' }] },
  ],
};

describe('wiring', () => {
  it('has a table for each connection, each pin once', () => {
    show(<Layer id={1} layer={LAYER} assets={[]} />);
    const plug = screen.getByRole('heading', { name: 'Wiring: M12-4' }).closest('section')!;
    const cable = screen.getByRole('heading', { name: 'Wiring: Cable' }).closest('section')!;
    expect(within(plug).getAllByRole('row').slice(1).map((row) => row.textContent?.slice(0, 1))).toEqual(['1', '2', '3', '4']);
    expect(within(cable).getAllByRole('row').slice(1).map((row) => row.textContent?.slice(0, 1))).toEqual(['1', '2']);
    expect(within(cable).getByText(/brown/)).toBeTruthy();
    expect(within(plug).getByText('For a')).toBeTruthy();
  });

  it('knows plugs and colours', () => {
    expect(connectionName('M12-5ConnectionT')).toBe('M12-5');
    expect(polesOf('M12-5ConnectionT')).toBe(5);
    expect(polesOf('CableConnectionT')).toBeNull();
    expect(pinPosition(5, 5)).toEqual([0, 0]);
    expect(pinPosition(7, 5)).toBeNull();
    expect(wireColors('BN')).toHaveLength(1);
    expect(wireColors('WH/GN')).toHaveLength(2);
    expect(wireColors(undefined)).toEqual([]);
  });
});
