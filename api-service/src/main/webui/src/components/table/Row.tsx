import { memo, type CSSProperties } from 'react';
import type { Column } from './column';

/**
 * A row, drawn anew only when it or its columns change: scrolling moves those that are there. Its cells are plain elements,
 * since hundreds of them come and go at each turn of the wheel. The roles are told because rows of a fixed height are laid
 * out as grids, which would take them away.
 */
export const Row = memo(function Row({ row, index, columns, measure, height, floats, marked, stale }: {
  row: unknown; index: number; columns: Column<unknown>[]; measure?: (element: HTMLTableRowElement | null) => void;
  /** Height of the row, px; a row that floats stands where its number puts it. */
  height?: number; floats?: boolean; marked: boolean; stale: boolean;
}) {
  const style: CSSProperties | undefined = height === undefined ? undefined : floats ? { height, transform: `translateY(${index * height}px)` } : { height };
  return (
    <tr role="row" className="data-row" data-index={index} ref={measure} aria-rowindex={index + 2} data-marked={marked || undefined} data-stale={stale || undefined} style={style}>
      {columns.map((column) => (
        <td key={column.id} role="cell" data-right={column.right || undefined}>{row === undefined ? <span className="on-its-way" /> : column.cell(row, index)}</td>
      ))}
    </tr>
  );
});
