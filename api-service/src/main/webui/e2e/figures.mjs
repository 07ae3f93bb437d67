// Figures of the web UI, as the last part of the end-to-end tests: npm run e2e -- --only figures [--minutes 10]
// What is fetched first, scrolling through 10,000 descriptions, a device with 200 values at 10 messages a second, memory.
import { loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
import { check } from './harness.mjs';

const DEVICE = 'ui-figures';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const load = () => `load of the machine ${loadavg()[0].toFixed(1)}`;

/** Prints figures; what depends on no other load than its own fails when it is missed. */
export async function figures({ browser, url, steps, option }) {
  const minutes = Number(option('minutes', '1'));
  const part = option('figure', '');
  for (const [name, action] of Object.entries({ 'first load': () => firstLoad(browser, url), scrolling: () => scrolling(browser, url), 'a device with 200 values': () => live(browser, url, minutes) })) {
    if (name.includes(part)) {
      await steps.step(name, undefined, action);
    }
  }
}

async function firstLoad(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  let compressed = 0;
  const waiting = [];
  page.on('response', (response) => {
    if (/\.js(\?|$)/.test(response.url())) {
      waiting.push(response.body().then((body) => { compressed += gzipSync(body, { level: 9 }).length; }, () => undefined));
    }
  });
  const start = Date.now();
  await page.goto(url);
  await page.getByRole('link', { name: /^Devices\s*\d+/ }).waitFor();
  const useful = Date.now() - start;
  await Promise.all(waiting);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  console.log(`first page: JavaScript ${(compressed / 1000).toFixed(0)} kB compressed (goal 350 kB), first paint after ${paint.toFixed(0)} ms, device count visible after ${useful} ms; ${load()}`);
  check(compressed < 350_000, `${compressed} octets of JavaScript at first`);
  await page.close();
}

async function scrolling(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const total = 10_000;
  await page.route(/\/api\/descriptions\?/, (route) => {
    const query = new URL(route.request().url()).searchParams;
    const size = Number(query.get('size') ?? 50);
    const first = (Number(query.get('page') ?? 1) - 1) * size;
    const items = Array.from({ length: Math.max(0, Math.min(size, total - first)) }, (_, i) => ({
      id: first + i + 1, kind: i % 3 ? 'IODD' : 'EDS', vendor_id: 310, device_id: first + i, vendor_name: `Vendor ${(first + i) % 200}`, product_name: `Sensor number ${first + i}`, file_version: 'V1.0',
      release_date: '2026-01-01', parameter_count: 60, finding_count: i % 5, imported_at: '2026-01-01T00:00:00Z',
    }));
    return route.fulfill({ json: items, headers: { 'X-Total-Count': String(total) } });
  });
  await page.goto(`${url}/catalog`);
  await page.getByText('Sensor number 0').waitFor();
  const session = await page.context().newCDPSession(page);
  // Time of the processor, not of the clock: what else runs on the machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map((each) => [each.name, each.value]));
  const before = await spent();
  const frames = await page.evaluate(async () => {
    const box = document.querySelector('.data-table');
    const times = [];
    let last = performance.now();
    const end = last + 6000;
    await new Promise((done) => {
      const step = (now) => {
        times.push(now - last);
        last = now;
        box.scrollTop += 90;
        if (now < end) {
          requestAnimationFrame(step);
        } else {
          done();
        }
      };
      requestAnimationFrame(step);
    });
    await new Promise((done) => setTimeout(done, 300));
    const at = box.getBoundingClientRect();
    const seen = document.elementFromPoint(at.left + 200, at.top + at.height / 2)?.closest('tr');
    return { times, seen: Number(seen?.dataset.index ?? -1), scrolled: box.scrollTop, rows: document.querySelectorAll('.data-table tbody tr').length, height: box.scrollHeight };
  });
  check(frames.scrolled > 10_000 && Math.abs(frames.seen * 37 - frames.scrolled) < 1000, `row ${frames.seen} is seen ${frames.scrolled} px down`);
  const after = await spent();
  const each = (name) => (((after[name] - before[name]) * 1000) / frames.times.length).toFixed(1);
  const total60 = frames.times.filter((each) => each <= 17.5).length;
  const sorted = [...frames.times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(sorted.length * share)].toFixed(1);
  console.log(`10,000 descriptions: ${frames.times.length} frames in 6 s (${(frames.times.length / 6).toFixed(0)} a second, ${((total60 / frames.times.length) * 100).toFixed(0)} % in time for 60), frame time median ${at(0.5)} ms, 95 % ${at(0.95)} ms, 99 % ${at(0.99)} ms; ${frames.rows} rows in the page; ${load()}`);
  console.log(`  of each frame, time of the processor: the page's thread ${each('TaskDuration')} ms, of it script ${each('ScriptDuration')} ms, style ${each('RecalcStyleDuration')} ms, layout ${each('LayoutDuration')} ms (16.7 ms are one frame at 60 a second)`);
  check(Number(each('TaskDuration')) < 16.7, `a frame costs ${each('TaskDuration')} ms of the processor`);
  await page.close();
}

async function live(browser, url, minutes) {
  const send = (method, where, body) => fetch(`${url}${where}`, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  await send('POST', '/api/devices/register', { device_id: DEVICE, name: 'Figures' });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${url}/devices/${DEVICE}`);
  await page.locator('h1').waitFor();
  let n = 0;
  const timer = setInterval(() => {
    n++;
    const message = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`value_${i}`, Math.round(1000 * Math.sin(n / 20 + i)) / 10]));
    void send('POST', '/api/mqtt/publish', { topic: `devices/${DEVICE}/telemetry`, message, qos: 0 }).catch(() => undefined);
  }, 100);
  await page.getByText('value_199').waitFor({ timeout: 30_000 });
  await pause(3000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const metric = async (name) => (await session.send('Performance.getMetrics')).metrics.find((each) => each.name === name).value;
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await metric('JSHeapUsedSize')) / 1e6;
  };
  const from = { task: await metric('TaskDuration'), at: Date.now(), n };
  await pause(20_000);
  const share = (await metric('TaskDuration') - from.task) / ((Date.now() - from.at) / 1000);
  console.log(`200 values, ${((n - from.n) / ((Date.now() - from.at) / 1000)).toFixed(1)} messages/s: the page is busy ${(share * 100).toFixed(1)} % of one core (goal 30 %); ${load()}`);
  check(share < 0.3, `the page is busy ${(share * 100).toFixed(1)} % of one core`);
  const heaps = [await heap()];
  for (let i = 0; i < minutes; i++) {
    await pause(60_000);
    heaps.push(await heap());
  }
  console.log(`heap after garbage collection, one figure a minute: ${heaps.map((each) => each.toFixed(1)).join(', ')} MB`);
  clearInterval(timer);
  check(heaps.length < 3 || heaps.at(-1) < heaps[1] * 1.2 + 2, `the heap grows: ${heaps.join(', ')} MB`);
  await fetch(`${url}/api/devices/${DEVICE}`, { method: 'DELETE' });
  await page.close();
}
