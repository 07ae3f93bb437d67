import { Table, UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { useText } from '../../i18n';
import type { Column, Direction } from './column';

interface Props<T> {
  columns: Column<T>[];
  sortable: (column: Column<T>) => boolean;
  stateOf: (column: Column<T>) => Direction;
  turn: (column: Column<T>) => void;
}

function Head<T>({ columns, sortable, stateOf, turn }: Props<T>) {
  const t = useText();
  return (
    <Table.Thead role="rowgroup">
      <Table.Tr role="row">
        {columns.map((column) => {
          const state = stateOf(column);
          const turns = sortable(column);
          return (
            <Table.Th key={column.id} role="columnheader" ta={column.right ? 'right' : undefined} aria-sort={turns ? state : undefined} aria-label={column.label}>
              {!turns ? column.header : (
                <UnstyledButton fz="inherit" fw="inherit" onClick={() => turn(column)} title={t.common.sortBy(String(column.header))}>
                  {column.header} <span aria-hidden="true" className="sort-sign">{state === 'ascending' ? '↑' : state === 'descending' ? '↓' : '↕'}</span>
                </UnstyledButton>
              )}
            </Table.Th>
          );
        })}
      </Table.Tr>
    </Table.Thead>
  );
}

/** Headings, drawn anew only when the columns or the order change, not when values in the rows do. */
export const TableHead = memo(Head) as typeof Head;
