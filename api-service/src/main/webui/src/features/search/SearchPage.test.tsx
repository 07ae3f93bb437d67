// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Marked } from '../../components/Marked';
import { api, show, showAt } from '../../test/show';
import { SearchPage } from './SearchPage';

const ANSWER = {
  query: 'presure', corrected: 'pressure', total_results: 1, has_more: true, more: ['parameters'],
  parameters: [{
    id: 3, device_id: 7, device_type: 'IODD', title: 'Pressure <b>', title_marks: [{ start: 0, end: 8 }], units: 'bar', tab: 'parameters', item: 'V_P',
    device_name: 'PX1', device_vendor: 'Maker, Ltd.', found: { field: 'value', text: '1 = High pressure', marks: [{ start: 9, end: 17 }] },
  }],
  facets: { descriptions: 9, complete: true, kind: [], vendor: [{ value: 'Maker, Ltd.', count: 4 }], revision: [{ value: '1.1', count: 9 }], feature: [] },
};

describe('search page', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('shows results with marks, links and facets that narrow the search', async () => {
    const { answer, asked } = api({ '/api/search': ANSWER });
    vi.stubGlobal('fetch', vi.fn(answer));
    showAt('/search?q=presure', <SearchPage />);
    const link = await screen.findByRole('link', { name: 'Pressure <b>' });
    expect(link.getAttribute('href')).toBe('/catalog/7?tab=parameters&q=V_P');
    expect(link.querySelector('mark')?.textContent).toBe('Pressure');
    expect(screen.getByText('pressure', { selector: 'mark' })).toBeTruthy();
    expect(screen.getByText('9 descriptions')).toBeTruthy();
    expect(asked[0]!.path).toContain('q=presure');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Maker, Ltd. (4)' }));
    await waitFor(() => expect(asked.some(({ path }) => path.includes('vendor=Maker%2C+Ltd.') || path.includes('vendor=Maker%2C%20Ltd.'))).toBe(true));
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(asked.some(({ path }) => path.includes('type=parameter') && path.includes('limit=50'))).toBe(true));
  });

  it('says what can be searched for, and asks nothing before', () => {
    const { answer, asked } = api({});
    vi.stubGlobal('fetch', vi.fn(answer));
    showAt('/search', <SearchPage />);
    expect(screen.getByText(/0x8C40/)).toBeTruthy();
    expect(asked).toHaveLength(0);
  });
});

describe('marked text', () => {
  it('is only text, whatever the marks are', () => {
    const { container } = show(<Marked text="a <i>b" marks={[{ start: 2, end: 5 }, { start: 4, end: 99 }, { start: -3, end: 1 }]} />);
    expect(container.querySelector('i')).toBeNull();
    expect([...container.querySelectorAll('mark')].map((each) => each.textContent)).toEqual(['<i>', 'b']);
  });
});
