import { check, until } from './harness.mjs';

const DEVICE = 'ui-trial-1';

async function api(url, method, path, body) {
  const response = await fetch(`${url}${path}`, { method, headers: { 'Content-Type': 'application/json' }, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await response.text();
  check(response.ok, `${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

const publish = (url, topic, message) => api(url, 'POST', '/api/mqtt/publish', { topic, message, qos: 1 });

/** Bind a device, watch a value change, zoom the history, want a value until it is reported, run a command, replay a dead letter. */
export async function devices({ page, url, steps }) {
  await steps.step('a device that is registered without a description is missed', page, async () => {
    await api(url, 'POST', '/api/devices/register', { device_id: DEVICE, name: 'UI trial', iolink: { vendor_id: 65535, device_id: 64999 } });
    await page.goto(`${url}/missing`);
    await page.getByRole('link', { name: DEVICE }).waitFor();
  });
  await steps.step('bind it by hand', page, async () => {
    await page.goto(`${url}/devices/${DEVICE}?bind=1`);
    await page.getByText('Choose a description').click();
    await page.getByRole('combobox', { name: 'Description' }).fill('TP100');
    await page.getByRole('option', { name: /TP100/ }).first().click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('bound', { exact: true }).waitFor();
  });
  await steps.step('its value appears and changes', page, async () => {
    await page.goto(`${url}/devices/${DEVICE}`);
    await page.getByText('Live', { exact: true }).last().waitFor();
    await until(async () => {
      await publish(url, `devices/${DEVICE}/telemetry`, { processDataIn: '00EB023402' });
      return page.getByText('23.5').isVisible();
    });
    await publish(url, `devices/${DEVICE}/telemetry`, { processDataIn: '00F0023402' });
    await page.getByText('24.0').waitFor();
  });
  await steps.step('a status cannot be taken for a measurement, and what is gone is stale', page, async () => {
    await publish(url, `devices/${DEVICE}/status`, { state: 'disconnected' });
    await page.locator('tr[data-stale]').first().waitFor({ timeout: 30_000 });
    check((await page.getByText('stale').count()) > 0, 'nothing says stale');
  });
  await steps.step('zoom the history', page, async () => {
    await page.goto(`${url}/devices/tp100-1?tab=history&range=1h&parameter=temperature`);
    const plot = page.locator('.chart .u-over');
    await plot.waitFor();
    await page.waitForTimeout(500);
    const box = await plot.boundingBox();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, box.y + 70, { steps: 8 });
    await page.mouse.up();
    await page.waitForURL(/from=.*&to=/);
    await page.getByRole('button', { name: 'Earlier' }).click();
  });
  await steps.step('the band of readings, and another device in the same chart', page, async () => {
    await page.goto(`${url}/devices/tp100-1?tab=history&range=1h&parameter=temperature&device=lt101-1`);
    const region = page.locator('section', { has: page.locator('.chart') }).first();
    await until(async () => /tp100-1[\s\S]*Min[\s\S]*Max/.test(await region.innerText()));
    await until(async () => (await region.locator('.u-legend').innerText()).includes('lt101-1'));
    const history = await api(url, 'GET', '/api/devices/tp100-1/telemetry/history?from=-1h&every=1m&parameter=temperature');
    check(history.series[0].points.every((point) => point.min <= point.value && point.value <= point.max), 'a window without its least and greatest reading');
  });
  await steps.step('the history as a file', page, async () => {
    await page.goto(`${url}/devices/tp100-1?tab=history&parameter=temperature`);
    await page.locator('.chart').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    check(/\.csv$/.test(download.suggestedFilename()), download.suggestedFilename());
  });
  await steps.step('want a value until the device reports it', page, async () => {
    await publish(url, 'devices/lt101-1/config/reported', { V_Unit: 0 });
    await until(async () => (await api(url, 'GET', '/api/devices/lt101-1/shadow/reported')).V_Unit === 0);
    await page.goto(`${url}/devices/lt101-1?tab=twin`);
    await page.getByRole('combobox', { name: 'Parameter' }).fill('Temperature unit');
    await page.getByRole('option', { name: /Temperature unit/ }).click();
    await page.getByRole('combobox', { name: 'Value' }).click();
    await page.getByRole('option', { name: /Fahrenheit/ }).click();
    await page.getByRole('button', { name: 'Want it' }).first().click();
    await page.getByText(/waits for the device|as wanted/).first().waitFor();
    await publish(url, 'devices/lt101-1/config/reported', { V_Unit: 1 });
    await page.getByText('in step').waitFor({ timeout: 20_000 });
  });
  await steps.step('a newer wish of somebody else is shown, not overwritten', page, async () => {
    await page.goto(`${url}/devices/lt101-2?tab=twin`);
    await page.getByText('As JSON (merge patch)').click();
    await page.getByRole('textbox', { name: 'As JSON (merge patch)' }).fill('{"V_Unit": 0}');
    // Somebody else writes between what the page knows and what it sends.
    await page.route('**/api/devices/lt101-2/shadow/desired', async (route) => {
      await api(url, 'PATCH', '/api/devices/lt101-2/shadow/desired', { V_ApplicationSpecificTag: `t${Date.now()}` });
      await route.continue();
    }, { times: 1 });
    await page.getByRole('button', { name: 'Want it' }).last().click();
    await page.getByText('Somebody was faster').waitFor();
    await page.getByRole('button', { name: 'Leave it' }).click();
  });
  await steps.step('a command and its answer', page, async () => {
    await page.goto(`${url}/devices/${DEVICE}?tab=commands`);
    await page.getByRole('combobox', { name: 'Parameter' }).click();
    await page.getByRole('option', { name: /Product Name/ }).first().click();
    await page.getByRole('button', { name: 'Send' }).click();
    const [command] = await until(async () => {
      const list = await api(url, 'GET', `/api/devices/${DEVICE}/commands?size=1`);
      return list.length > 0 && list[0].state === 'sent' ? list : null;
    });
    await publish(url, `devices/${DEVICE}/commands/response`, { command_id: command.command_id, status: 'ok', result: { hex: '5450313030' } });
    await page.getByText('TP100').last().waitFor();
  });
  await steps.step('an event in plain words', page, async () => {
    await page.goto(`${url}/events`);
    await publish(url, `devices/${DEVICE}/events`, { code: 36352, mode: 'appears', type: 'warning' });
    await page.getByRole('link', { name: DEVICE }).first().waitFor({ timeout: 20_000 });
    await publish(url, `devices/${DEVICE}/events`, { code: 36352, mode: 'disappears', type: 'warning' });
  });
  await steps.step('a dead letter, why, and its replay', page, async () => {
    await publish(url, `devices/${DEVICE}/telemetry`, 'no json at all');
    await page.goto(`${url}/dead-letters?device_id=${DEVICE}`);
    const row = page.getByRole('region', { name: 'Dead letters' }).locator('tbody button').first();
    await until(async () => {
      await page.reload();
      return row.waitFor({ timeout: 3000 }).then(() => true, () => false);
    }, 30_000);
    await row.click();
    await page.getByText('no json at all').waitFor();
    await page.getByRole('button', { name: 'Replay' }).last().click();
    await page.getByText('1 message is sent again').waitFor();
  });
  await steps.step('the MQTT monitor records and filters', page, async () => {
    await page.goto(`${url}/mqtt?topic=devices/%23`);
    await page.getByRole('treeitem', { name: /tp100-1/ }).first().waitFor();
    await page.getByLabel('Topic or payload').fill('tp100-1/telemetry');
    await page.getByRole('button', { name: 'Keep as JSON', disabled: false }).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Keep as JSON' }).click()]);
    check(/\.json$/.test(download.suggestedFilename()), download.suggestedFilename());
  });
  await steps.step('a device is deleted after a question', page, async () => {
    await page.goto(`${url}/devices/${DEVICE}?tab=about`);
    await page.getByRole('button', { name: 'Delete device' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL(/\/devices$/);
  });
}
