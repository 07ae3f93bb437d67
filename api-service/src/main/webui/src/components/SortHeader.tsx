import { Table, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';

/** A column heading that sorts the list: first ascending, then descending, then as the API does. */
export function SortHeader({ name, sort, onSort, children }: {
  name: string; sort: string; onSort: (sort: string) => void; children: ReactNode;
}) {
  const state = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none';
  const next = state === 'none' ? name : state === 'ascending' ? `-${name}` : '';
  return (
    <Table.Th aria-sort={state}>
      <UnstyledButton fz="inherit" fw="inherit" onClick={() => onSort(next)}>
        {children} <span aria-hidden="true">{state === 'ascending' ? '↑' : state === 'descending' ? '↓' : '↕'}</span>
      </UnstyledButton>
    </Table.Th>
  );
}
