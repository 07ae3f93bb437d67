import { describe, expect, it } from 'vitest';
import type { SearchAnswer, SearchHit } from '../../api/types';
import { address, results } from './results';

const hit = (more: Partial<SearchHit>): SearchHit => ({ id: 1, device_id: 7, device_type: 'IODD', device_product_code: 5, ...more });

describe('search results', () => {
  it('lead to the tab and the item', () => {
    expect(address(hit({ tab: 'parameters', item: 'V_Settings' }))).toBe('/catalog/7?tab=parameters&q=V_Settings');
    expect(address(hit({ tab: 'parameters', item: 'V_Settings.2' }))).toBe('/catalog/7?tab=parameters&q=V_Settings&item=V_Settings.2');
    expect(address(hit({ tab: 'parameters', item: '5', title: 'Flow rate', device_type: 'EDS' }))).toBe('/catalog/7?tab=parameters&q=Flow+rate');
    expect(address(hit({ tab: 'events', item: '0x8C40' }))).toBe('/catalog/7?tab=events&q=0x8C40');
    expect(address(hit({ tab: 'assemblies', item: 'Assem100' }))).toBe('/catalog/7?tab=assemblies&assembly=Assem100');
    expect(address(hit({ tab: 'menus', item: 'M_1' }))).toBe('/catalog/7?tab=menus');
  });

  it('are shown list by list, descriptions and devices first', () => {
    const answer = {
      parameters: [hit({ title: 'Pressure', units: 'bar', tab: 'parameters', item: 'V_P', device_name: 'PX1', device_vendor: 'Maker' })],
      iodd_devices: [{ id: 7, type: 'IODD', product_name: 'PX1', vendor_name: 'Maker', vendor_id: 1, device_id: 5 }],
      devices: [{ device_id: 'px/1', location: 'Hall 2' }],
    } as unknown as SearchAnswer;
    expect(results(answer).map(({ list, title, place, to, unit }) => [list, title, place, to, unit])).toEqual([
      ['iodd_devices', 'PX1', 'Maker', '/catalog/7', undefined],
      ['devices', 'px/1', 'px/1 · Hall 2', '/devices/px%2F1', undefined],
      ['parameters', 'Pressure', 'PX1 · Maker', '/catalog/7?tab=parameters&q=V_P', 'bar'],
    ]);
  });
});
