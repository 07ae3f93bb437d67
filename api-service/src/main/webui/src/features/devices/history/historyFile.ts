import { get } from '../../../api/client';
import { historyUrl } from '../../../api/queries';
import type { History } from '../../../api/types';
import { everyFor, lengthOf, type Span } from '../../../lib/chart';
import { csv } from '../../../lib/save';
import { timesOf } from './times';

const HEAD = ['device_id', 'timestamp', 'parameter', 'value', 'unit', 'label', 'status', 'min', 'max'];

/** What the charts show as CSV, of each device in turn. */
export async function historyFile(devices: string[], parameter: string[], span: Span): Promise<string> {
  const query = { parameter, ...timesOf(span), every: everyFor(lengthOf(span)) };
  const answers = await Promise.all(devices.map((id) => get<History>(historyUrl(id, query))));
  return csv([HEAD, ...answers.flatMap((history, i) => linesOf(devices[i]!, history))]);
}

export function linesOf(device: string, history: History) {
  return (history.series ?? []).flatMap((series) => (series.points ?? []).map((point) =>
    [device, point.timestamp, series.parameter, point.value, series.unit, point.label, point.status, point.min, point.max]));
}
