import { describe, expect, it } from 'vitest';
import { processDataOf } from './processData';
import type { Message } from './recorder';

const message = (topic: string, payload: unknown): Message => ({ topic, payload: typeof payload === 'string' ? payload : JSON.stringify(payload), size: 0, qos: 0, retain: false, timestamp: '' });

describe('process data in a message', () => {
  it('is found as hex and as octets', () => {
    expect(processDataOf(message('devices/a/telemetry', { processDataIn: '00eb' }))).toEqual({ device: 'a', direction: 'in', hex: '00EB' });
    expect(processDataOf(message('devices/a/telemetry', { processDataOut: [2, 161] }))).toEqual({ device: 'a', direction: 'out', hex: '02A1' });
  });

  it('is not in anything else', () => {
    expect(processDataOf(message('devices/a/status', { processDataIn: '00' }))).toBeNull();
    expect(processDataOf(message('devices/a/telemetry', { temperature: 1 }))).toBeNull();
    expect(processDataOf(message('devices/a/telemetry', 'no json'))).toBeNull();
    expect(processDataOf(message('devices/a/telemetry', { processDataIn: [300] }))).toBeNull();
  });
});
