// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { useLocation } from 'react-router';
import { show } from '../test/show';
import { DataTable, type Column } from './DataTable';
import { pagesFor } from './useSparseList';

const COLUMNS: Column<{ id: number; name: string }>[] = [
  { id: 'id', header: 'Number', value: (row) => row.id, cell: (row) => row.id },
  { id: 'name', header: 'Name', sort: 'name', cell: (row) => row.name },
];
const names = () => screen.getAllByRole('row').slice(1).map((row) => row.textContent);

describe('the table', () => {
  it('sorts rows that are here, up, down and back', async () => {
    show(<DataTable label="list" rows={[{ id: 10, name: 'a' }, { id: 9, name: 'b' }]} columns={COLUMNS} rowKey={(row) => String(row.id)} />);
    const head = screen.getByRole('button', { name: /Number/ });
    expect(names()).toEqual(['10a', '9b']);
    await userEvent.click(head);
    expect(names()).toEqual(['9b', '10a']);
    expect(screen.getByRole('columnheader', { name: /Number/ }).getAttribute('aria-sort')).toBe('ascending');
    await userEvent.click(head);
    expect(names()).toEqual(['10a', '9b']);
    await userEvent.click(head);
    expect(names()).toEqual(['10a', '9b']);
  });

  it('asks the API for the order of a list that is longer than what is here', async () => {
    const sort = vi.fn();
    show(<DataTable label="list" rows={[{ id: 1, name: 'a' }, undefined]} columns={COLUMNS} rowKey={(row) => String(row.id)} sort="name" onSort={sort} />);
    await userEvent.click(screen.getByRole('button', { name: /Name/ }));
    expect(sort).toHaveBeenCalledWith('-name');
    expect(screen.queryByRole('button', { name: /Number/ })).toBeNull();
  });

  it('draws of a long list with rows of one height only what can be seen, each at its place', async () => {
    const rows = Array.from({ length: 5000 }, (_, id) => ({ id, name: `n${id}` }));
    show(<DataTable label="list" rows={rows} columns={COLUMNS} rowKey={(row) => String(row.id)} rowHeight={40} onSort={() => undefined} />);
    const drawn = screen.getAllByRole('row').slice(1);
    expect(drawn.length).toBeLessThan(60);
    expect(drawn[3]!.style.transform).toBe('translateY(120px)');
    expect(drawn[3]!.getAttribute('aria-rowindex')).toBe('5');
    const box = screen.getByRole('region', { name: 'list' });
    box.scrollTop = 40 * 2000;
    fireEvent.scroll(box);
    expect(await screen.findByText('n2000')).toBeTruthy();
    expect(screen.queryByText('n0')).toBeNull();
  });

  it('follows plain links of rows by the router, and leaves those of the browser alone', async () => {
    function Where() {
      return <p>{useLocation().pathname}</p>;
    }
    const columns: Column<{ to: string }>[] = [{ id: 'a', header: 'a', cell: (row) => <a href={row.to} onClick={(event) => row.to.startsWith('/api') && event.preventDefault()}>{row.to}</a> }];
    show(<><Where /><DataTable label="list" rows={[{ to: '/catalog/7' }, { to: '/api/file' }]} columns={columns} rowKey={(row) => row.to} rowHeight={40} /></>);
    await userEvent.click(screen.getByRole('link', { name: '/api/file' }));
    expect(screen.getByText('/')).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: '/catalog/7' }));
    expect(screen.getAllByText('/catalog/7')).toHaveLength(2);
  });

  it('fetches only the pages that are looked at', () => {
    expect(pagesFor(0, 20, 100)).toEqual([1]);
    expect(pagesFor(95, 130, 100)).toEqual([1, 2]);
    expect(pagesFor(9950, 9999, 100)).toEqual([100]);
  });
});
