import { check, until } from './harness.mjs';
import { iodd } from './files.mjs';

const DEVICE = 'ui-keyboard';

/** The work of a day by keyboard alone: what is used is reached with Tab, and no step touches the mouse. */
export async function hands({ page, url, steps }) {
  const post = async (path, body) => (await fetch(`${url}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })).ok;
  const find = async (text, kind) => (await (await fetch(`${url}/api/descriptions?q=${text}&kind=${kind}&size=1`)).json())[0]?.id;
  const press = async (...keys) => {
    for (const key of keys) {
      await page.keyboard.press(key);
    }
  };
  /** Presses Tab until what has the focus has the name, and takes text if it is to be a field. */
  const tabTo = async (name, field = false, most = 120) => {
    const seen = [];
    for (let i = 0; i < most; i++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate((onlyFields) => {
        const element = document.activeElement;
        return onlyFields && !element?.matches('input[type=text], input:not([type]), textarea') ? '' : (element?.getAttribute('aria-label') || element?.labels?.[0]?.textContent || element?.textContent || '').trim();
      }, field);
      if (name.test(label)) {
        return;
      }
      seen.push(label.slice(0, 20));
    }
    throw new Error(`${name} is not reached with Tab; seen: ${seen.slice(-12).join(' | ')}`);
  };
  const open = async (path) => {
    await page.goto(`${url}${path}`);
    await page.locator('h1').waitFor();
    await page.locator('[role=status][aria-label=Loading]').first().waitFor({ state: 'detached' });
  };
  await fetch(`${url}/api/devices/${DEVICE}`, { method: 'DELETE' });
  await post('/api/devices/register', { device_id: DEVICE, name: 'By keyboard' });
  await steps.step('import a file', page, async () => {
    await open('/imports');
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    // Listened for before: the browser is told to hand the dialog over, which takes a moment of its own.
    const chooser = page.waitForEvent('filechooser');
    await tabTo(/^Choose files$/);
    await press('Enter');
    await (await chooser).setFiles([{ name: 'Example-UI4-20260101-IODD1.1.xml', mimeType: 'text/xml', buffer: Buffer.from(iodd(904, 'Keyboard sensor', 'V1.0')) }]);
    await page.getByText(/^(imported|already known|replaced) 1$/).first().waitFor({ timeout: 30_000 });
  });
  const id = await find('TP100', 'IODD');
  await steps.step('decode octets and encode a value', page, async () => {
    await open(`/catalog/${id}?tab=process-data`);
    await tabTo(/^Octets \(hex\)/);
    await page.keyboard.type('00EB023402');
    await page.getByText('23.5').first().waitFor();
    await open(`/catalog/${id}?tab=process-data`);
    await tabTo(/^Decode$/);
    await press('ArrowRight');
    await tabTo(/^Octets \(hex\)/);
    await page.keyboard.type('00EB023402');
    await tabTo(/^Temperature/, true);
    await page.keyboard.type('39.4');
    await press('Enter');
    await until(async () => (await page.getByLabel('Octets (hex)').inputValue()).startsWith('01 8A'));
  });
  await steps.step('choose a value in a menu, which has others follow', page, async () => {
    await open(`/catalog/${await find('LT101', 'IODD')}?tab=menus&role=specialist`);
    await page.getByText('shown because Temperature unit is Celsius').first().waitFor();
    await tabTo(/^Temperature unit/);
    await press('Enter');
    await page.getByRole('option').first().waitFor();
    await press('ArrowDown', 'Enter');
    await page.getByText('shown because Temperature unit is Fahrenheit').first().waitFor();
  });
  await steps.step('bind a device', page, async () => {
    await open(`/devices/${DEVICE}`);
    await tabTo(/^Binding$/);
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(/^(Automatic|Choose a description)/);
    if (await page.getByRole('radio', { name: /Automatic/ }).isChecked()) {
      await press('ArrowDown');
    }
    await tabTo(/^Description$/);
    await page.keyboard.type('TP100');
    await page.getByRole('option', { name: /TP100/ }).first().waitFor();
    await press('ArrowDown', 'Enter');
    await tabTo(/^Save$/);
    await press('Enter');
    await page.getByText('bound', { exact: true }).waitFor();
  });
  await steps.step('look closer at the history', page, async () => {
    await open('/devices/tp100-1?tab=history&parameter=temperature');
    await page.locator('.chart').waitFor();
    await tabTo(/^Zoom in$/);
    await press('Enter');
    await page.waitForURL(/from=.*&to=/);
  });
  await steps.step('want a value of a device', page, async () => {
    await open('/devices/lt101-2?tab=twin');
    await page.getByRole('combobox', { name: 'Parameter' }).waitFor();
    await tabTo(/^Parameter$/);
    await page.keyboard.type('Temperature unit');
    await page.getByRole('option', { name: /Temperature unit/ }).first().waitFor();
    await press('ArrowDown', 'Enter');
    await tabTo(/^Value/);
    await press('Enter');
    await page.getByRole('option').first().waitFor();
    await press('ArrowDown', 'Enter');
    await tabTo(/^Want it$/);
    await press('Enter');
    await page.getByText(/waits for the device|as wanted/).first().waitFor();
  });
  await steps.step('send a command', page, async () => {
    await open(`/devices/${DEVICE}?tab=commands`);
    await page.getByRole('combobox', { name: 'Parameter' }).waitFor();
    await tabTo(/^Parameter$/);
    await page.keyboard.type('Product Name');
    await page.getByRole('option', { name: /Product Name/ }).first().waitFor();
    await press('ArrowDown', 'Enter');
    await tabTo(/^Send$/);
    await press('Enter');
    await until(async () => (await (await fetch(`${url}/api/devices/${DEVICE}/commands?size=1`)).json()).length === 1);
  });
  await steps.step('download the files of a description', page, async () => {
    await open(`/catalog/${id}`);
    await tabTo(/^Download files$/);
    const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
    check(/\.zip$/.test(download.suggestedFilename()), download.suggestedFilename());
  });
  await steps.step('replay a dead letter', page, async () => {
    await post('/api/mqtt/publish', { topic: `devices/${DEVICE}/telemetry`, message: 'no json at all', qos: 1 });
    await until(async () => (await (await fetch(`${url}/api/dead-letters?device_id=${DEVICE}`)).json()).length > 0, 30_000);
    await open(`/dead-letters?device_id=${DEVICE}`);
    await page.getByRole('button', { name: 'Replay' }).first().waitFor();
    await tabTo(/^Replay$/);
    await press('Enter');
    await page.getByText(/is sent again|are sent again/).first().waitFor();
  });
  await fetch(`${url}/api/devices/${DEVICE}`, { method: 'DELETE' });
}
