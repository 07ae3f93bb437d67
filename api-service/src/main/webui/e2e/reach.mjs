import { check, until } from './harness.mjs';

const DEVICE = 'ui-simulated';
const MAPPING = 'UI trial';

/** Mappings with a trial, simulated devices, and where descriptions come from. */
export async function reach({ page, url, steps }) {
  const find = async (path, by) => (await (await fetch(`${url}${path}`)).json()).find(by);
  await fetch(`${url}/api/simulations/${DEVICE}`, { method: 'DELETE' });
  const left = await find('/api/mappings?size=500', (each) => each.name === MAPPING);
  if (left) {
    await fetch(`${url}/api/mappings/${left.id}`, { method: 'DELETE' });
  }
  await steps.step('a mapping is tried before it is kept, and tells where it is wrong', page, async () => {
    await page.goto(`${url}/mappings/new`);
    await page.getByRole('textbox', { name: 'Name' }).fill(MAPPING);
    await page.getByRole('combobox', { name: 'Topics' }).fill('plant/+/data');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Device id' }).fill('$levels[1]');
    await page.getByRole('textbox', { name: 'Values' }).fill('{"temperature": {"value": temp.c, "unit": ');
    await page.getByRole('textbox', { name: 'Topic', exact: true }).fill('plant/ui-mapped/data');
    await page.getByRole('textbox', { name: 'Payload' }).last().fill('{"temp": {"c": 42.5}}');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText(/^values/).first().waitFor();
    await page.getByRole('textbox', { name: 'Values' }).fill('{"temperature": {"value": temp.c, "unit": "°C"}}');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('the topic fits').waitFor();
    await page.getByRole('row', { name: /temperature 42\.5/ }).waitFor();
  });
  await steps.step('it is kept, applied, and has versions', page, async () => {
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/\/mappings\/\d+$/);
    await page.getByText(/version 1/).waitFor();
    await until(async () => {
      await fetch(`${url}/api/mqtt/publish`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ topic: 'plant/ui-mapped/data', message: { temp: { c: 42.5 } }, qos: 1 }) });
      const latest = await fetch(`${url}/api/devices/ui-mapped/telemetry/latest`);
      return latest.ok && (await latest.json()).values.temperature?.value === 42.5;
    }, 20_000);
  });
  await steps.step('a device that does not exist, made of a description', page, async () => {
    const description = await find('/api/descriptions?q=TP100&kind=IODD&size=1', () => true);
    await page.goto(`${url}/catalog/${description.id}`);
    await page.getByRole('link', { name: 'Simulate a device' }).click();
    const dialog = page.getByRole('dialog');
    await until(async () => /TP100/.test(await dialog.getByRole('combobox', { name: 'Description' }).inputValue()));
    await dialog.getByRole('textbox', { name: 'Device id' }).fill(DEVICE);
    await dialog.getByRole('button', { name: 'Simulate a device' }).click();
    await page.locator('.data-row', { hasText: DEVICE }).waitFor();
    await page.getByRole('button', { name: 'Show', exact: true }).first().waitFor();
    await page.goto(`${url}/devices/${DEVICE}`);
    await page.locator('tr:not([data-stale]) .live-value').first().waitFor({ timeout: 20_000 });
  });
  await steps.step('where descriptions come from', page, async () => {
    await page.goto(`${url}/source`);
    await page.getByText(/No library of descriptions is set|^Library/).first().waitFor();
    check((await page.getByRole('alert').count()) === 0, 'an error on the page');
  });
  await steps.step('where values go: the store with its count, and how to switch the others on', page, async () => {
    await page.goto(`${url}/outputs`);
    const history = page.locator('section', { has: page.getByRole('heading', { name: 'History' }) });
    await until(async () => Number(/Sent\s+(\d+)/.exec(await history.innerText())?.[1]) > 0, 30_000);
    for (const setting of ['MQTT_NAMESPACE_TEMPLATE', 'MQTT_SPARKPLUG_NODE_GROUP', 'KAFKA_ENABLED']) {
      await page.getByText(setting).first().waitFor();
    }
  });
  await fetch(`${url}/api/simulations/${DEVICE}`, { method: 'DELETE' });
  const made = await find('/api/mappings?size=500', (each) => each.name === MAPPING);
  await fetch(`${url}/api/mappings/${made?.id}`, { method: 'DELETE' });
  for (const id of [DEVICE, 'ui-mapped']) {
    await fetch(`${url}/api/devices/${id}`, { method: 'DELETE' });
  }
}
