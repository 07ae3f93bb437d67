import { Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useEffect, type ReactNode } from 'react';
import type { Column, RowsOf } from './column';
import { Row } from './Row';

const ROW = 37;
/** The wheel moves a list by several rows at once: those are drawn before they can be seen. */
const AHEAD = 10;

/** Rows that are as high as what is in them, with what stands below a row. */
export function MeasuredBody<T>({ box, count, rowAt, columns, rowKey, marked, stale, onRange, below, virtual }: RowsOf<T> & {
  box: HTMLElement | null; below?: (row: T) => ReactNode; virtual: boolean;
}) {
  const virtualizer = useVirtualizer({ count, getScrollElement: () => box, estimateSize: () => ROW, overscan: AHEAD, enabled: virtual, useFlushSync: false });
  const items = virtual ? virtualizer.getVirtualItems() : [];
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? count - 1;
  useEffect(() => onRange?.(first, last), [first, last, onRange]);
  const before = items[0]?.start ?? 0;
  const after = virtual ? virtualizer.getTotalSize() - (items[items.length - 1]?.end ?? 0) : 0;
  const indices = virtual ? items.map((item) => item.index) : Array.from({ length: count }, (_, i) => i);
  const measure = virtual && !below ? virtualizer.measureElement : undefined;
  return (
    <tbody role="rowgroup">
      {before > 0 && <tr aria-hidden="true"><td colSpan={columns.length} style={{ height: before, padding: 0 }} /></tr>}
      {indices.map((index) => {
        const row = rowAt(index);
        const detail = row !== undefined && below?.(row);
        return (
          <Fragment key={row === undefined ? `empty-${index}` : rowKey(row)}>
            <Row row={row} index={index} columns={columns as Column<unknown>[]} measure={measure} marked={row !== undefined && !!marked?.(row)} stale={row !== undefined && !!stale?.(row)} />
            {detail && <Table.Tr><Table.Td colSpan={columns.length} className="below">{detail}</Table.Td></Table.Tr>}
          </Fragment>
        );
      })}
      {after > 0 && <tr aria-hidden="true"><td colSpan={columns.length} style={{ height: after, padding: 0 }} /></tr>}
    </tbody>
  );
}
