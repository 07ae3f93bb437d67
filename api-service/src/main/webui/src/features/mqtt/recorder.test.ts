import { describe, expect, it } from 'vitest';
import { filterProblem, matches, payloadText, Recorder, type Message } from './recorder';

const message = (topic: string, payload = '{}'): Message => ({ topic, payload, size: payload.length, qos: 0, retain: false, timestamp: '2026-01-01T00:00:00Z' });

describe('the MQTT monitor', () => {
  it('keeps the newest messages and the last of each topic', () => {
    const recorder = new Recorder(3);
    ['a', 'b', 'a', 'a', 'c'].forEach((topic, i) => recorder.add(message(topic, String(i))));
    expect(recorder.count).toBe(5);
    expect(recorder.items.map((each) => each.payload)).toEqual(['4', '3', '2']);
    expect(recorder.topics().map((each) => [each.topic, each.count, each.last.payload])).toEqual([['a', 3, '3'], ['b', 1, '1'], ['c', 1, '4']]);
  });

  it('counts what is missing', () => {
    const recorder = new Recorder();
    recorder.drop('{"count":7}');
    recorder.drop('3');
    expect(recorder.dropped).toBe(10);
  });

  it('shows JSON in lines and octets as hex', () => {
    expect(payloadText(message('a', '{"b":1}'))).toBe('{\n  "b": 1\n}');
    expect(payloadText(message('a', 'plain'))).toBe('plain');
    expect(payloadText({ ...message('a'), payload: undefined, base64: 'AOs=' })).toBe('00 EB');
  });

  it('knows filters', () => {
    expect(matches('devices/+/telemetry', 'devices/x/telemetry')).toBe(true);
    expect(matches('devices/#', 'devices')).toBe(true);
    expect(matches('devices/+', 'devices/x/y')).toBe(false);
    expect(filterProblem('a/#/b')).toBe('hash');
    expect(filterProblem('a/b+')).toBe('plus');
    expect(filterProblem('')).toBe('empty');
    expect(filterProblem('#')).toBeNull();
  });
});
