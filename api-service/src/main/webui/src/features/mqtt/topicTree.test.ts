import { describe, expect, it } from 'vitest';
import { tree } from './topicTree';

describe('the topic tree', () => {
  it('counts what lies below a level', () => {
    const [devices] = tree([{ topic: 'devices/a/telemetry', count: 3 }, { topic: 'devices/a', count: 1 }, { topic: 'devices/b/status', count: 2 }]);
    expect(devices).toMatchObject({ name: 'devices', count: 6, children: [{ name: 'a', count: 4, topic: 'devices/a' }, { name: 'b', count: 2 }] });
    expect(devices!.topic).toBeUndefined();
  });
});
