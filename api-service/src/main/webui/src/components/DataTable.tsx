import { ScrollArea, Table, UnstyledButton } from '@mantine/core';
import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type ColumnDef, type SortingState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, memo, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useText } from '../i18n';

export interface Column<T> {
  id: string;
  header: ReactNode;
  /** Name for those who do not see the heading; needed where it is no text. */
  label?: string;
  cell: (row: T, index: number) => ReactNode;
  /** Width in px; the columns without one share the rest. */
  width?: number;
  right?: boolean;
  /** What the rows are sorted by when they are all here. */
  value?: (row: T) => string | number | undefined;
  /** Name of the column for an API that sorts. */
  sort?: string;
}

interface Props<T> {
  /** Rows; a row that is still on its way is undefined. */
  rows: (T | undefined)[];
  columns: Column<T>[];
  rowKey: (row: T) => string;
  /** Least width before it scrolls sideways, px. */
  minWidth?: number;
  /** Sorting by the API: `name`, `-name`, or empty. */
  sort?: string;
  onSort?: (sort: string) => void;
  /** First and last row that are visible. */
  onRange?: (first: number, last: number) => void;
  /** What stands below a row, such as its details. */
  below?: (row: T) => ReactNode;
  marked?: (row: T) => boolean;
  label: string;
  height?: number | string;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const ROW = 37;
const VIRTUAL_FROM = 60;
type Cell<T> = { row?: T };

/** A table of any length: only the rows that can be seen are in the page. */
export function DataTable<T>(props: Props<T>) {
  const { rows, columns, rowKey, minWidth = 640, sort = '', onSort, onRange, below, marked, label, height = '70vh' } = props;
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const [sorting, setSorting] = useState<SortingState>([]);
  const data = useMemo<Cell<T>[]>(() => rows.map((row) => ({ row })), [rows]);
  const defined = useMemo(() => columns.map((column): ColumnDef<typeof features, Cell<T>> => ({
    id: column.id,
    accessorFn: (each: Cell<T>) => (each.row === undefined ? undefined : column.value?.(each.row)),
    enableSorting: !!column.value && !onSort,
    sortFn: compare as never,
    sortUndefined: 'last',
  })), [columns, onSort]);
  const table = useTable({ features, columns: defined, data, state: { sorting }, onSortingChange: setSorting });
  const shown = table.getRowModel().rows;
  const virtual = shown.length > VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: shown.length, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 12, enabled: virtual,
  });
  const items = virtual ? virtualizer.getVirtualItems() : [];
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? shown.length - 1;
  useEffect(() => onRange?.(first, last), [first, last, onRange]);

  const before = items[0]?.start ?? 0;
  const after = virtual ? virtualizer.getTotalSize() - (items[items.length - 1]?.end ?? 0) : 0;
  const indices = virtual ? items.map((item) => item.index) : shown.map((_, i) => i);
  const stateOf = (column: Column<T>): 'ascending' | 'descending' | 'none' => {
    const own = sorting.find((each) => each.id === column.id);
    const name = column.sort ?? '';
    return onSort ? (sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none') : own ? (own.desc ? 'descending' : 'ascending') : 'none';
  };
  const turn = (column: Column<T>) => {
    const state = stateOf(column);
    if (onSort) {
      onSort(state === 'none' ? column.sort! : state === 'ascending' ? `-${column.sort}` : '');
    } else {
      setSorting(state === 'none' ? [{ id: column.id, desc: false }] : state === 'ascending' ? [{ id: column.id, desc: true }] : []);
    }
  };
  return (
    <ScrollArea.Autosize viewportRef={box} mah={virtual ? height : undefined} type="auto" className="data-table" viewportProps={{ tabIndex: 0, 'aria-label': label, role: 'region' }}>
      <Table highlightOnHover stickyHeader={virtual} miw={minWidth} layout="fixed" aria-label={label} aria-rowcount={shown.length + 1}>
        <colgroup>{columns.map((column) => <col key={column.id} style={{ width: column.width }} />)}</colgroup>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => {
              const sortable = onSort ? !!column.sort : !!column.value;
              const state = stateOf(column);
              return (
                <Table.Th key={column.id} ta={column.right ? 'right' : undefined} aria-sort={sortable ? state : undefined} aria-label={column.label}>
                  {!sortable ? column.header : (
                    <UnstyledButton fz="inherit" fw="inherit" onClick={() => turn(column)} title={t.common.sortBy(String(column.header))}>
                      {column.header} <span aria-hidden="true" className="sort-sign">{state === 'ascending' ? '↑' : state === 'descending' ? '↓' : '↕'}</span>
                    </UnstyledButton>
                  )}
                </Table.Th>
              );
            })}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {before > 0 && <tr aria-hidden="true"><td colSpan={columns.length} style={{ height: before, padding: 0 }} /></tr>}
          {indices.map((index) => {
            const row = shown[index]!.original.row;
            const key = row === undefined ? `empty-${index}` : rowKey(row);
            const detail = row !== undefined && below?.(row);
            return (
              <Fragment key={key}>
                <Row row={row} index={index} columns={columns as Column<unknown>[]} measure={virtual && !below ? virtualizer.measureElement : undefined} marked={row !== undefined && !!marked?.(row)} />
                {detail && <Table.Tr><Table.Td colSpan={columns.length} className="below">{detail}</Table.Td></Table.Tr>}
              </Fragment>
            );
          })}
          {after > 0 && <tr aria-hidden="true"><td colSpan={columns.length} style={{ height: after, padding: 0 }} /></tr>}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}

/** A row, drawn anew only when it or its columns change: scrolling moves those that are there. */
const Row = memo(function Row({ row, index, columns, measure, marked }: {
  row: unknown; index: number; columns: Column<unknown>[]; measure?: (element: HTMLTableRowElement | null) => void; marked: boolean;
}) {
  return (
    <Table.Tr data-index={index} ref={measure} aria-rowindex={index + 2} bg={marked ? 'var(--mantine-primary-color-light)' : undefined}>
      {columns.map((column) => (
        <Table.Td key={column.id} ta={column.right ? 'right' : undefined}>{row === undefined ? <span className="on-its-way" /> : column.cell(row, index)}</Table.Td>
      ))}
    </Table.Tr>
  );
});

/** Numbers by size, texts as people order them. */
function compare(a: { getValue: (id: string) => unknown }, b: { getValue: (id: string) => unknown }, id: string): number {
  const [x, y] = [a.getValue(id), b.getValue(id)];
  return typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), undefined, { numeric: true, sensitivity: 'base' });
}
