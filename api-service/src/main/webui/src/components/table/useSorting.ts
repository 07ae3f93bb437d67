import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type ColumnDef, type SortingState } from '@tanstack/react-table';
import { useCallback, useMemo, useState } from 'react';
import { byName } from '../../lib/order';
import type { Column, Direction } from './column';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Cell<T> = { row?: T };

/**
 * The order of the rows: by TanStack's row model where all are here, else as the API answers them. Its lists are not
 * copied into the row model, which would be made anew for all their rows whenever a page of them arrives.
 */
export function useSorting<T>(rows: (T | undefined)[], columns: Column<T>[], sort: string, onSort?: (sort: string) => void) {
  const byApi = !!onSort;
  const [sorting, setSorting] = useState<SortingState>([]);
  const data = useMemo<Cell<T>[]>(() => (byApi ? [] : rows.map((row) => ({ row }))), [rows, byApi]);
  const defined = useMemo(() => columns.map((column): ColumnDef<typeof features, Cell<T>> => ({
    id: column.id,
    accessorFn: (each: Cell<T>) => (each.row === undefined ? undefined : column.value?.(each.row)),
    enableSorting: !!column.value && !byApi,
    sortFn: compare as never,
    sortUndefined: 'last',
  })), [columns, byApi]);
  const table = useTable({ features, columns: defined, data, state: { sorting }, onSortingChange: setSorting });
  const sorted = table.getRowModel().rows;
  const rowAt = (index: number) => (byApi ? rows[index] : sorted[index]?.original.row);
  const stateOf = useCallback((column: Column<T>): Direction => {
    if (byApi) {
      return !column.sort ? 'none' : sort === column.sort ? 'ascending' : sort === `-${column.sort}` ? 'descending' : 'none';
    }
    const own = sorting.find((each) => each.id === column.id);
    return own ? (own.desc ? 'descending' : 'ascending') : 'none';
  }, [byApi, sort, sorting]);
  const turn = useCallback((column: Column<T>) => {
    const state = stateOf(column);
    if (onSort) {
      onSort(state === 'none' ? column.sort! : state === 'ascending' ? `-${column.sort}` : '');
    } else {
      setSorting(state === 'descending' ? [] : [{ id: column.id, desc: state === 'ascending' }]);
    }
  }, [stateOf, onSort]);
  return { rowAt, stateOf, turn, sortable: useCallback((column: Column<T>) => (byApi ? !!column.sort : !!column.value), [byApi]) };
}

/** Numbers by size, texts as people order them. */
function compare(a: { getValue: (id: string) => unknown }, b: { getValue: (id: string) => unknown }, id: string): number {
  const [x, y] = [a.getValue(id), b.getValue(id)];
  return typeof x === 'number' && typeof y === 'number' ? x - y : byName(String(x), String(y));
}
