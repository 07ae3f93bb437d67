import { sparkline, type TrailPoint } from '../lib/trails';

/** The last minutes of a value as a small line; nothing as long as there are not two numbers. */
export function Sparkline({ points, width = 110, height = 24 }: { points: readonly TrailPoint[]; width?: number; height?: number }) {
  const path = sparkline(points, width, height - 4);
  return (
    <svg width={width} height={height} viewBox={`0 -2 ${width} ${height}`} aria-hidden="true" className="sparkline">
      {path && <path d={path} fill="none" stroke="currentColor" strokeWidth={1.4} />}
    </svg>
  );
}
