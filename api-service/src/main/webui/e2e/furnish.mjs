const MASTER = 'ui-hall';
const RULE = 'UI picture: too warm';
const MAPPING = 'UI picture: meters';

const send = (url, method, path, body) => fetch(`${url}${path}`, { method, headers: { 'Content-Type': 'application/json' }, body: body === undefined ? undefined : JSON.stringify(body) });

/** Gives the pages something to show: a master, a mapping, a rule, labels. Answers what takes it away again. */
export async function furnish(url, master) {
  const clear = async () => {
    await send(url, 'DELETE', `/api/masters/${MASTER}`);
    for (const [path, name] of [['/api/mappings', MAPPING], ['/api/alarm-rules', RULE]]) {
      const list = await (await fetch(`${url}${path}?size=200`)).json();
      for (const each of list.filter((one) => one.name === name)) {
        await send(url, 'DELETE', `${path}/${each.id}`);
      }
    }
  };
  await clear();
  await send(url, 'POST', '/api/masters', { id: MASTER, name: 'Hall 3, panel A', kind: 'ifm_http', address: master || '192.168.250.7', enabled: !!master, location: 'Hall 3' });
  const ready = await (await fetch(`${url}/api/mappings/ready`)).json();
  await send(url, 'POST', '/api/mappings', { ...ready[0], name: MAPPING });
  await send(url, 'POST', '/api/alarm-rules', { name: RULE, kind: 'range', priority: 'high', scope: { type: 'all' }, condition: { parameter: 'temperature', high: 90 } });
  for (const [id, labels] of [['tp100-1', { line: '4', machine: 'press' }], ['lt101-1', { line: '4' }], ['lt101-2', { line: '7' }]]) {
    await send(url, 'PATCH', `/api/devices/${id}`, { labels });
  }
  return clear;
}
