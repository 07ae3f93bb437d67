// @vitest-environment happy-dom
import { ModalsProvider } from '@mantine/modals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, show } from '../../test/show';
import { CommandForm } from './CommandForm';
import { ofOutput, ofParameter, ofText, outputFields, systemCommands } from './commands';
import type { Writable } from './twin/writable';

afterEach(() => vi.unstubAllGlobals());

const DAMPING: Writable = { key: 'V_Damping', variable: 'V_Damping', name: 'Damping', singles: [], ranges: [] };
const PARAMETERS = [
  { variable_id: 'V_SystemCommand', access_rights: 'wo', single_values: [{ value: '130', name: 'Restore Factory Settings' }] },
  { variable_id: 'V_Damping', name: 'Damping', data_type: 'UIntegerT', access_rights: 'rw' },
];
const LAYOUT = { layout_id: 'x', kind: 'IODD', out: [{ id: 'o', bit_length: 8, byte_order: 'big_endian', fields: [{ key: 'locate', name: 'Locate', bit_offset: 0, bit_length: 1, type: 'boolean' }] }] };

describe('commands', () => {
  it('are what the API takes', () => {
    expect(ofParameter(DAMPING, false, undefined, true)).toEqual({ command: 'read_parameter', parameter: 'V_Damping' });
    expect(ofParameter(DAMPING, true, 20, true)).toEqual({ command: 'write_parameter', parameter: 'V_Damping', value: 20, read_back: true });
    expect(ofParameter({ ...DAMPING, subindex: 2 }, true, 20, false)).toEqual({ command: 'write_parameter', parameter: 'V_Damping', subindex: 2, value: 20 });
    expect(ofParameter(DAMPING, true, undefined, true)).toBeUndefined();
    expect(ofOutput({ locate: true, level: '' })).toEqual({ command: 'write_output', value: { locate: true } });
    expect(ofOutput({ level: '' })).toBeUndefined();
    expect(ofText('blink', '{"times": 3}')).toEqual({ command: 'blink', parameters: { times: 3 } });
    expect(ofText('blink', '{')).toBeUndefined();
    expect(systemCommands(PARAMETERS)).toEqual([{ value: '130', name: 'Restore Factory Settings' }]);
    expect(outputFields(LAYOUT as never).map((each) => each.key)).toEqual(['locate']);
  });

  it('set output data of a device on a master, and of no other', async () => {
    const server = api({ '/api/iodd/3/parameters': PARAMETERS, '/api/descriptions/3/process-data-layout': LAYOUT, 'POST /api/devices/d/commands?wait=5s': { state: 'answered', result: {} } });
    vi.stubGlobal('fetch', server.answer);
    show(<CommandForm id="d" description={3} master />);
    await userEvent.click(await screen.findByText('Output data'));
    await userEvent.click(screen.getByRole('combobox', { name: 'Locate' }));
    await userEvent.click(await screen.findByRole('option', { name: 'yes' }));
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await vi.waitFor(() => expect(server.asked.find((each) => each.method === 'POST')?.body).toBe('{"command":"write_output","value":{"locate":true}}'));
  });

  it('of the system are sent after a question only', async () => {
    const server = api({ '/api/iodd/3/parameters': PARAMETERS, 'POST /api/devices/d/commands?wait=5s': { state: 'sent' } });
    vi.stubGlobal('fetch', server.answer);
    show(<ModalsProvider><CommandForm id="d" description={3} /></ModalsProvider>);
    await userEvent.click(await screen.findByText('System command'));
    expect(screen.queryByText('Output data')).toBeNull();
    await userEvent.click(screen.getByRole('combobox', { name: 'System command' }));
    await userEvent.click(await screen.findByRole('option', { name: '130 = Restore Factory Settings' }));
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText(/d carries out “Restore Factory Settings” at once/)).toBeTruthy();
    expect(server.asked.some((each) => each.method === 'POST')).toBe(false);
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Send' }));
    await vi.waitFor(() => expect(server.asked.find((each) => each.method === 'POST')?.body).toBe('{"command":"system_command","value":130,"confirm":true}'));
  });
});
