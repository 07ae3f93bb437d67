import type { ReactNode } from 'react';

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

export type Direction = 'ascending' | 'descending' | 'none';

/** What a body needs to draw its rows. */
export interface RowsOf<T> {
  count: number;
  /** The row at a place of the order that is shown; undefined while it is on its way. */
  rowAt: (index: number) => T | undefined;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  marked?: (row: T) => boolean;
  stale?: (row: T) => boolean;
  onRange?: (first: number, last: number) => void;
}
