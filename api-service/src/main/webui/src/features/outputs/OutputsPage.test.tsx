// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, show } from '../../test/show';
import { byName } from './byName';
import { OutputsPage } from './OutputsPage';

afterEach(() => vi.unstubAllGlobals());

const STORE = { service: 'influx-ingestion', instance: 'b:8082', name: 'influxdb', on: true, target: 'http://store:8086 greenstack/telemetry', settings: { INFLUXDB_LAYOUT: 'narrow', INFLUXDB_RETENTION: '' }, counters: { sent: 4200, refused: 3 } };
const TOPICS = { service: 'mqtt-bridge', instance: 'a:8081', name: 'namespace', on: false, settings: { MQTT_NAMESPACE_TEMPLATE: '' }, counters: {} };
const SILENT = { service: 'mqtt-bridge', instance: 'c:8081', detail: 'it does not answer: refused' };

describe('outputs', () => {
  it('say where values go, what was sent, and how to switch one on', async () => {
    vi.stubGlobal('fetch', api({ '/api/outputs': [TOPICS, STORE, SILENT] }).answer);
    show(<OutputsPage />);
    expect(await screen.findByText('http://store:8086 greenstack/telemetry')).toBeTruthy();
    expect(screen.getByText('4200')).toBeTruthy();
    expect(screen.getByText('not set')).toBeTruthy();
    expect(screen.getByText('The operator switches it on with MQTT_NAMESPACE_TEMPLATE.')).toBeTruthy();
    expect(screen.getByText('c:8081: it does not answer: refused')).toBeTruthy();
    expect(screen.queryByText('Dropped')).toBeNull();
  });

  it('are none where no service is known', async () => {
    vi.stubGlobal('fetch', api({ '/api/outputs': [] }).answer);
    show(<OutputsPage />);
    expect(await screen.findByText('No service is known that sends values anywhere.')).toBeTruthy();
  });

  it('stand in a fixed order, each with its instances', () => {
    const { kinds, silent } = byName([{ ...TOPICS, name: 'later' }, TOPICS, STORE, { ...STORE, instance: 'd:8082' }, SILENT]);
    expect(kinds.map((each) => `${each.name} ${each.instances.length}`)).toEqual(['influxdb 2', 'namespace 1', 'later 1']);
    expect(silent).toEqual([SILENT]);
  });
});
