import { afterEach, describe, expect, it, vi } from 'vitest';
import { follow, type StreamState } from './stream';

const stream = (text: string) => new Response(text, { headers: { 'Content-Type': 'text/event-stream' } });

afterEach(() => vi.unstubAllGlobals());

describe('a stream of the API', () => {
  it('is opened again when it breaks, until what it takes says that it is over', async () => {
    const answers = [
      () => Promise.resolve(stream('data: 1\n\n')), () => Promise.reject(new TypeError('Failed to fetch')),
      () => Promise.resolve(stream('data: 2\n\nevent: end\ndata: x\n\ndata: 3\n\n')),
    ];
    vi.stubGlobal('fetch', () => answers.shift()!());
    const states: StreamState[] = [];
    const taken: string[] = [];
    await follow('/x', (event) => { taken.push(event.data); return event.event !== 'end'; }, (state) => states.push(state), new AbortController().signal, [0]);
    expect(taken).toEqual(['1', '2', 'x']);
    expect(states).toEqual(['connecting', 'open', 'lost', 'lost', 'open', 'ended']);
  });

  it('is not asked for again when it is refused', async () => {
    const asked = vi.fn(() => Promise.resolve(new Response('{"status":403}', { status: 403 })));
    vi.stubGlobal('fetch', asked);
    const states: StreamState[] = [];
    await follow('/x', () => undefined, (state) => states.push(state), new AbortController().signal, [0]);
    expect(states).toEqual(['connecting', 'refused']);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
