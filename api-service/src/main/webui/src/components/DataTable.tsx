import { Table, UnstyledButton } from '@mantine/core';
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
  /** Height that every row has, px: rows of a long list are then not measured, and a longer text in them is cut. */
  rowHeight?: number;
  /** Whether a row is out of date; its `.live-value` parts lose their colour. */
  stale?: (row: T) => boolean;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const ROW = 37;
/** The wheel moves a list by several rows at once: those are drawn before they can be seen. */
const AHEAD = 10;
const VIRTUAL_FROM = 60;
type Cell<T> = { row?: T };

/**
 * A table of any length: only the rows that can be seen are in the page. A list that the API sorts is not copied into
 * TanStack's row model, which would be made anew for all its rows whenever a page of it arrives.
 */
export function DataTable<T>(props: Props<T>) {
  const { rows, columns, rowKey, minWidth = 640, sort = '', onSort, onRange, below, marked, label, height = '70vh', rowHeight, stale } = props;
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const [sorting, setSorting] = useState<SortingState>([]);
  const data = useMemo<Cell<T>[]>(() => (onSort ? [] : rows.map((row) => ({ row }))), [rows, !onSort]);
  const defined = useMemo(() => columns.map((column): ColumnDef<typeof features, Cell<T>> => ({
    id: column.id,
    accessorFn: (each: Cell<T>) => (each.row === undefined ? undefined : column.value?.(each.row)),
    enableSorting: !!column.value && !onSort,
    sortFn: compare as never,
    sortUndefined: 'last',
  })), [columns, !onSort]);
  const table = useTable({ features, columns: defined, data, state: { sorting }, onSortingChange: setSorting });
  const sorted = table.getRowModel().rows;
  const rowAt = (index: number) => (onSort ? rows[index] : sorted[index]?.original.row);
  const count = rows.length;
  const virtual = count > VIRTUAL_FROM;
  const measured = virtual && !below && rowHeight === undefined;
  const virtualizer = useVirtualizer({
    count, getScrollElement: () => box.current, estimateSize: () => rowHeight ?? ROW, overscan: AHEAD, enabled: virtual, useFlushSync: false,
  });
  const items = virtual ? virtualizer.getVirtualItems() : [];
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? count - 1;
  useEffect(() => onRange?.(first, last), [first, last, onRange]);

  const before = items[0]?.start ?? 0;
  const after = virtual ? virtualizer.getTotalSize() - (items[items.length - 1]?.end ?? 0) : 0;
  const indices = virtual ? items.map((item) => item.index) : Array.from({ length: count }, (_, i) => i);
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
    <div ref={box} className="data-table" style={{ maxHeight: virtual ? height : undefined }} tabIndex={0} role="region" aria-label={label}>
      <Table highlightOnHover stickyHeader={virtual} miw={minWidth} layout="fixed" aria-label={label} aria-rowcount={count + 1} data-fixed={rowHeight !== undefined || undefined}>
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
            const row = rowAt(index);
            const key = row === undefined ? `empty-${index}` : rowKey(row);
            const detail = row !== undefined && below?.(row);
            return (
              <Fragment key={key}>
                <Row row={row} index={index} columns={columns as Column<unknown>[]} measure={measured ? virtualizer.measureElement : undefined} height={rowHeight}
                  marked={row !== undefined && !!marked?.(row)} stale={row !== undefined && !!stale?.(row)} />
                {detail && <Table.Tr><Table.Td colSpan={columns.length} className="below">{detail}</Table.Td></Table.Tr>}
              </Fragment>
            );
          })}
          {after > 0 && <tr aria-hidden="true"><td colSpan={columns.length} style={{ height: after, padding: 0 }} /></tr>}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** A row, drawn anew only when it or its columns change: scrolling moves those that are there. */
const Row = memo(function Row({ row, index, columns, measure, height, marked, stale }: {
  row: unknown; index: number; columns: Column<unknown>[]; measure?: (element: HTMLTableRowElement | null) => void; height?: number; marked: boolean; stale: boolean;
}) {
  return (
    <tr className="data-row" data-index={index} ref={measure} aria-rowindex={index + 2} data-marked={marked || undefined} data-stale={stale || undefined} style={height === undefined ? undefined : { height }}>
      {columns.map((column) => (
        <td key={column.id} data-right={column.right || undefined}>{row === undefined ? <span className="on-its-way" /> : column.cell(row, index)}</td>
      ))}
    </tr>
  );
});

/** Numbers by size, texts as people order them. */
function compare(a: { getValue: (id: string) => unknown }, b: { getValue: (id: string) => unknown }, id: string): number {
  const [x, y] = [a.getValue(id), b.getValue(id)];
  return typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), undefined, { numeric: true, sensitivity: 'base' });
}
