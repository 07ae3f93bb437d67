import { Table } from '@mantine/core';
import { useMemo, useState, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Column } from './table/column';
import { FixedBody } from './table/FixedBody';
import { linkOf } from './table/followLink';
import { MeasuredBody } from './table/MeasuredBody';
import { TableHead } from './table/TableHead';
import { useSorting } from './table/useSorting';

export type { Column } from './table/column';

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
  /** What stands below a row, such as its details; not with a row height. */
  below?: (row: T) => ReactNode;
  marked?: (row: T) => boolean;
  label: string;
  height?: number | string;
  /** Height that every row has, px: rows of a long list are then not measured, and a longer text in them is cut. */
  rowHeight?: number;
  /** Whether a row is out of date; its `.live-value` parts lose their colour. */
  stale?: (row: T) => boolean;
}

const VIRTUAL_FROM = 60;

/** A table of any length: only the rows that can be seen are in the page. Scrolling draws its body, not the table. */
export function DataTable<T>({ rows, columns, rowKey, minWidth = 640, sort = '', onSort, onRange, below, marked, label, height = '70vh', rowHeight, stale }: Props<T>) {
  // Known by state, not by a ref: what is in the box is there before a ref to it is.
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const navigate = useNavigate();
  const { rowAt, stateOf, turn, sortable } = useSorting(rows, columns, sort, onSort);
  const count = rows.length;
  const virtual = count > VIRTUAL_FROM;
  const shared = { box, count, rowAt, columns, rowKey, marked, stale, onRange, virtual };
  const widths = useMemo(() => ({ '--columns': columns.map(({ width }) => (width ? `${width}px` : 'minmax(0, 1fr)')).join(' ') }) as CSSProperties, [columns]);
  const follow = (event: MouseEvent) => {
    const address = linkOf(event);
    if (address !== undefined) {
      event.preventDefault();
      void navigate(address);
    }
  };
  const fixed = rowHeight !== undefined;
  return (
    <div ref={setBox} className="data-table" style={{ maxHeight: virtual ? height : undefined }} tabIndex={0} role="region" aria-label={label} onClick={follow}>
      <Table role="table" highlightOnHover stickyHeader={virtual} miw={minWidth} layout="fixed" aria-label={label} aria-rowcount={count + 1} data-fixed={fixed || undefined}
        data-virtual={(fixed && virtual) || undefined} style={fixed ? widths : undefined}>
        {!fixed && <colgroup>{columns.map((column) => <col key={column.id} style={{ width: column.width }} />)}</colgroup>}
        <TableHead columns={columns} sortable={sortable} stateOf={stateOf} turn={turn} />
        {fixed ? <FixedBody {...shared} height={rowHeight} /> : <MeasuredBody {...shared} below={below} />}
      </Table>
    </div>
  );
}
