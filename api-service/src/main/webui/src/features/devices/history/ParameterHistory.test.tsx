// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, show } from '../../../test/show';
import { ParameterHistory } from './ParameterHistory';
import { linesOf } from './historyFile';
import { grafanaUrl } from './times';

vi.mock('./Chart', () => ({ Chart: ({ names, data, banded }: { names: string[]; data: unknown[]; banded: boolean }) => <p>{`${names.join(' | ')} columns ${data.length} banded ${banded}`}</p> }));
afterEach(() => vi.unstubAllGlobals());

const point = (minute: number, value: number, min: number, max: number) => ({ timestamp: `2026-01-01T00:0${minute}:00Z`, value, min, max });
const answer = (...points: ReturnType<typeof point>[]) => ({ from: '2026-01-01T00:00:00Z', to: '2026-01-01T06:00:00Z', series: [{ parameter: 'temperature', unit: '°C', points }] });

describe('the history of a parameter', () => {
  it('tells the true extremes of averages, and has several devices in one chart', async () => {
    const at = (id: string) => `/api/devices/${id}/telemetry/history`;
    vi.stubGlobal('fetch', api({ [at('one')]: answer(point(0, 20, 11.5, 31), point(1, 21, 20, 22)), [at('two')]: answer(point(0, 5, 4, 6)) }).answer);
    show(<ParameterHistory devices={[{ id: 'one', name: 'one' }, { id: 'two', name: 'two' }]} parameter="temperature" name="Temperature" span={{ seconds: 21_600 }} onZoom={() => undefined} />);
    expect(await screen.findByText('one · Last 21 °C · Min 11.5 °C · Max 31 °C · 2 points')).toBeTruthy();
    expect(await screen.findByText('two · Last 5 °C · Min 4 °C · Max 6 °C · 1 point')).toBeTruthy();
    expect(screen.getByText('one (°C) | two (°C) columns 7 banded true')).toBeTruthy();
  });

  it('leads to the same time in Grafana', () => {
    expect(grafanaUrl('https://g.example.org/', 'gs-1', 'a b', { seconds: 900 })).toBe('https://g.example.org/d/gs-1?var-device=a%20b&from=now-900s&to=now');
    expect(grafanaUrl('https://g.example.org', 'gs-1', 'a b', { from: 1, to: 2 })).toBe('https://g.example.org/d/gs-1?var-device=a%20b&from=1&to=2');
  });

  it('goes into a file with its extremes and its device', () => {
    expect(linesOf('one', answer(point(0, 20, 11.5, 31)))).toEqual([['one', '2026-01-01T00:00:00Z', 'temperature', 20, '°C', undefined, undefined, 11.5, 31]]);
  });
});
