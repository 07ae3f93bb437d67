import { describe, expect, it } from 'vitest';
import { EventCutter } from './sse';

const STREAM = ':heartbeat\n\nevent:reading\ndata: {"a":1}\n\nevent: reading\r\ndata: {"b":\r\ndata: 2}\r\n\r\ndata: plain\n\n';
const EVENTS = [
  { event: 'reading', data: '{"a":1}' },
  { event: 'reading', data: '{"b":\n2}' },
  { event: 'message', data: 'plain' },
];

describe('EventCutter', () => {
  it('reads a whole stream and leaves comments out', () => {
    expect(new EventCutter().push(STREAM)).toEqual(EVENTS);
  });

  it('gives the same wherever the stream is cut', () => {
    for (let cut = 1; cut < STREAM.length; cut++) {
      const cutter = new EventCutter();
      expect([...cutter.push(STREAM.slice(0, cut)), ...cutter.push(STREAM.slice(cut))]).toEqual(EVENTS);
    }
  });

  it('keeps an event that is not finished', () => {
    const cutter = new EventCutter();
    expect(cutter.push('data: 1\n')).toEqual([]);
    expect(cutter.push('\n')).toEqual([{ event: 'message', data: '1' }]);
  });
});
