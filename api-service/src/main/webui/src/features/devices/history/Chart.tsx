import { useComputedColorScheme } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useText } from '../../../i18n';
import type { Columns } from '../../../lib/chart';
import { numberText, tickText, timeText } from '../../../lib/format';
import { DASHES, lineColor } from './lines';

const HEIGHT = 220;

/**
 * Lines over time, of averages with the band that their readings lie in. Charts of a page share the cursor; a part that is
 * dragged over becomes the span of all.
 */
export function Chart({ data, label, names, banded, from, to, stepped, onZoom }: {
  data: Columns; label: string; names: string[]; banded: boolean; from: number; to: number; stepped: boolean; onZoom: (from: number, to: number) => void;
}) {
  const t = useText();
  const zoom = useRef(onZoom);
  zoom.current = onZoom;
  const scheme = useComputedColorScheme('light');
  const { ref: sized, width } = useElementSize<HTMLDivElement>();
  const box = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sized, box);
  const plot = useRef<uPlot | null>(null);
  const shown = useRef({ data, from, to });
  shown.current = { data, from, to };
  const titles = names.join('\n');

  useEffect(() => {
    const host = box.current;
    if (!host || width === 0) {
      return undefined;
    }
    const style = getComputedStyle(document.documentElement);
    const color = (name: string) => style.getPropertyValue(name).trim();
    const axis: uPlot.Axis = {
      stroke: color('--mantine-color-dimmed'),
      grid: { stroke: color('--mantine-color-default-border'), width: 1 },
      ticks: { stroke: color('--mantine-color-default-border'), width: 1 },
    };
    const columns = banded ? 3 : 1;
    const series: uPlot.Series[] = [{ label: t.mqtt.time, value: (_, time) => (time === null ? '–' : timeText(time * 1000)) }];
    const bands: uPlot.Band[] = [];
    titles.split('\n').forEach((title, i) => {
      const line = color(lineColor(i, scheme));
      const at = series.length;
      series.push({
        label: title,
        stroke: line,
        width: 1.5,
        dash: DASHES[i],
        points: { show: shown.current.data[0].length < 40, size: 5, fill: line },
        paths: stepped ? uPlot.paths.stepped!({ align: 1 }) : undefined,
        value: (plotted, value, _, index) => (value === null || value === undefined ? '–'
          : banded && index !== null ? `${numberText(value)} (${boundText(plotted, at + 1, index)} … ${boundText(plotted, at + 2, index)})` : numberText(value)),
      });
      if (columns === 3) {
        series.push(edge(), edge());
        bands.push({ series: [at + 2, at + 1], fill: `${line}33` });
      }
    });
    const made = new uPlot({
      width,
      height: HEIGHT,
      cursor: { sync: { key: 'history' }, drag: { x: true, y: false, setScale: false } },
      scales: { x: { range: () => [shown.current.from, shown.current.to] } },
      axes: [{ ...axis, values: (plotted, ticks) => ticks.map((tick) => tickText(tick, (plotted.scales['x']!.max ?? 0) - (plotted.scales['x']!.min ?? 0))), space: 80 }, { ...axis, size: 64, values: (_, ticks) => ticks.map(numberText) }],
      hooks: {
        setSelect: [(plotted) => {
          const { left, width: wide } = plotted.select;
          if (wide > 5) {
            zoom.current(plotted.posToVal(left, 'x'), plotted.posToVal(left + wide, 'x'));
            plotted.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          }
        }],
      },
      series,
      bands,
    }, shown.current.data as uPlot.AlignedData, host);
    plot.current = made;
    return () => {
      plot.current = null;
      made.destroy();
    };
  }, [width, scheme, titles, banded, stepped, t]);

  useEffect(() => {
    plot.current?.setData(data as uPlot.AlignedData);
  }, [data]);

  return <div ref={ref} className="chart" role="img" aria-label={label} style={{ minHeight: HEIGHT + 30 }} />;
}

/** The lower or upper edge of a band: no line of its own, and no row in the legend. */
function edge(): uPlot.Series {
  return { class: 'chart-edge', width: 0, points: { show: false } };
}

function boundText(plotted: uPlot, series: number, index: number): string {
  const value = plotted.data[series]?.[index];
  return value === null || value === undefined ? '–' : numberText(value);
}
