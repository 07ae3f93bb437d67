import { useEffect } from 'react';
import type { Column, RowsOf } from './column';
import { Row } from './Row';
import { useRowWindow } from './useRowWindow';

/** Rows of one height. In a long list only those that can be seen are in the page, each at its place whatever the others do. */
export function FixedBody<T>({ box, count, rowAt, columns, rowKey, marked, stale, onRange, height, virtual }: RowsOf<T> & {
  box: HTMLElement | null; height: number; virtual: boolean;
}) {
  const [first, last] = useRowWindow(box, count, height, virtual);
  useEffect(() => onRange?.(first, last), [first, last, onRange]);
  return (
    <tbody role="rowgroup" style={virtual ? { height: count * height } : undefined}>
      {Array.from({ length: last - first + 1 }, (_, i) => {
        const index = first + i;
        const row = rowAt(index);
        return (
          <Row key={row === undefined ? `empty-${index}` : rowKey(row)} row={row} index={index} columns={columns as Column<unknown>[]} height={height} floats={virtual}
            marked={row !== undefined && !!marked?.(row)} stale={row !== undefined && !!stale?.(row)} />
        );
      })}
    </tbody>
  );
}
