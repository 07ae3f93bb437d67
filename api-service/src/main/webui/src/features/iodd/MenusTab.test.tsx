// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IoddParameter, MenusView } from '../../api/types';
import { api, showAt } from '../../test/show';
import { defaults, Menus } from './MenusTab';

const UNIT = { type: 'VariableRef', variable_id: 'V_On', parameter_name: 'Output', data_type: 'BooleanT', access_rights: 'rw', enumeration_values: { true: 'used', false: 'unused' } };
const MENUS: MenusView = {
  role_sets: [{ role_type: 'observer', observation_menu: 'M_O' }, { role_type: 'specialist', parameter_menu: 'M_P' }],
  menus: [
    { menu_id: 'M_O', items: [{ ...UNIT, access_right_restriction: 'ro' }] },
    { menu_id: 'M_P', items: [UNIT, { type: 'MenuRef', menu_ref: 'M_Out', condition: { condition_variable_id: 'V_On', condition_value: 1, condition_variable_name: 'Output', condition_value_name: 'used' } }] },
    { menu_id: 'M_Out', name: 'Output settings', items: [{ type: 'RecordItemRef', variable_id: 'V_Set', subindex: 2, parameter_name: 'Delay', data_type: 'UIntegerT', access_rights: 'rw', gradient: 0.1, unit: 's', default_value: '20', min_value: '0', max_value: '100' }] },
  ],
};
const PARAMETERS: IoddParameter[] = [
  { variable_id: 'V_On', data_type: 'BooleanT', default_value: 'false' },
  { variable_id: 'V_Set', data_type: 'RecordT', record_items: [{ subindex: 2, data_type: 'UIntegerT', default_value: '20' }] },
];

let backend: ReturnType<typeof api>;
beforeEach(() => {
  backend = api({ 'POST /api/iodd/1/validate': { valid: true, errors: [] } });
  vi.stubGlobal('fetch', backend.answer);
});
afterEach(() => vi.unstubAllGlobals());

const menus = (role: string) => showAt(`/?role=${role}`, <Menus id={1} product="X" menus={MENUS} parameters={PARAMETERS} />);

describe('menus', () => {
  it('show an observer values without controls', () => {
    menus('observer');
    expect(screen.getByText('Output')).toBeTruthy();
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.queryByText('Parameters')).toBeNull();
  });

  it('show what a condition allows, as it is set, and check the set at the API', async () => {
    menus('specialist');
    expect(screen.queryByText('Output settings')).toBeNull();
    expect(screen.getByText('1 entry is hidden by its condition')).toBeTruthy();
    await userEvent.click(screen.getByRole('switch', { name: 'Output' }));
    expect(screen.getByText('Output settings')).toBeTruthy();
    expect(screen.getByText('shown because Output is used')).toBeTruthy();
    expect((screen.getByRole('textbox', { name: 'Delay' }) as HTMLInputElement).value).toBe('2 s');
    expect(screen.getByText('1 value differs from the default.')).toBeTruthy();
    expect(await screen.findByText('allowed')).toBeTruthy();
    expect(JSON.parse(backend.asked.find((each) => each.path.endsWith('/validate'))!.body!)).toEqual({ values: { V_On: true }, for_writing: true });
  });

  it('start from the defaults of parameters and record items', () => {
    expect(defaults(PARAMETERS)).toEqual({ V_On: 'false', 'V_Set/2': '20' });
  });
});
