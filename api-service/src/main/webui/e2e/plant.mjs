import { check, until } from './harness.mjs';

/** The wall with its columns, pins and names, hall mode, a kiosk's link, the sheet to print, the audit log. */
export async function plant({ page, browser, url, steps }) {
  const send = (method, path, body) => fetch(`${url}${path}`, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  await steps.step('values of many devices on the wall', page, async () => {
    await page.goto(`${url}/wall?q=lt101`);
    await page.getByRole('link', { name: /LT101/ }).first().waitFor();
    await until(async () => (await page.locator('.data-row .live-value').count()) > 1);
  });
  await steps.step('chosen values and pins are part of the address', page, async () => {
    await page.goto(`${url}/wall`);
    await page.getByRole('button', { name: 'Keep lt101-2 on top' }).click();
    await page.waitForURL(/pin=lt101-2/);
    await page.reload();
    await until(async () => /lt101-2/.test(await page.locator('.data-row').first().innerText()));
    await page.getByRole('combobox', { name: 'Values' }).click();
    await page.getByRole('option').first().click();
    await page.waitForURL(/column=/);
  });
  await steps.step('name and label several devices at once', page, async () => {
    for (const id of ['ui-wall-1', 'ui-wall-2']) {
      await send('POST', '/api/devices/register', { device_id: id });
    }
    await page.goto(`${url}/wall?q=ui-wall`);
    await page.getByRole('checkbox', { name: 'Select ui-wall-1' }).check();
    await page.getByRole('checkbox', { name: 'Select ui-wall-2' }).check();
    await page.getByLabel('Names').fill('Trial {n:2}');
    await page.getByRole('combobox', { name: 'Labels' }).fill('line=9');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('2 devices changed').waitFor();
    await page.getByRole('link', { name: 'Trial 02' }).waitFor();
  });
  await steps.step('the map of labels leads to the devices of a line', page, async () => {
    await page.goto(`${url}/devices?view=labels`);
    await page.getByRole('heading', { name: 'line' }).waitFor();
    await page.getByRole('link', { name: '9', exact: true }).click();
    await page.waitForURL(/label=line%3D9/);
    await page.getByRole('link', { name: 'Trial 01' }).waitFor();
  });
  await steps.step('hall mode: large targets', page, async () => {
    await page.goto(`${url}/hall`);
    await page.locator('.hall-card .live-value').first().waitFor({ timeout: 20_000 });
    const small = await page.evaluate(() => [...document.querySelectorAll('.hall button, .hall a')].filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.textContent));
    check(small.length === 0, `targets below 44 px: ${small.join(', ')}`);
  });
  await steps.step('a link for a kiosk shows it without signing in, and loses its key from the address', page, async () => {
    await page.goto(`${url}/hall?device=tp100-1`);
    await page.getByRole('button', { name: 'Link for a kiosk' }).click();
    await page.getByLabel('Title on the screen').fill('Trial kiosk');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByRole('dialog').locator('.mono').innerText();
    check(/#key=/.test(link), link);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const kiosk = await context.newPage();
    await kiosk.goto(link);
    await kiosk.getByRole('heading', { name: 'Trial kiosk' }).waitFor();
    check(!kiosk.url().includes('key='), kiosk.url());
    await context.close();
  });
  await steps.step('the sheet of a device has a code that leads back', page, async () => {
    await page.goto(`${url}/devices/tp100-1/sheet`);
    await page.getByRole('img', { name: `${url}/devices/tp100-1` }).waitFor();
    await page.emulateMedia({ media: 'print' });
    check(!(await page.getByRole('navigation', { name: 'Menu' }).isVisible()), 'the menu is printed');
    await page.emulateMedia({ media: 'screen' });
  });
  await steps.step('who changed what is in the audit log, and can be filtered', page, async () => {
    await page.goto(`${url}/audit`);
    await page.getByRole('button', { name: '/api/keys' }).first().waitFor();
    await page.getByRole('searchbox', { name: 'Path begins with' }).fill('/api/devices/ui-wall');
    await page.waitForURL(/path=/);
    await page.getByRole('button', { name: '/api/devices/ui-wall-1' }).first().waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    check(/\.csv$/.test(download.suggestedFilename()), download.suggestedFilename());
  });
  await steps.step('messages per second and the lag come from the services', page, async () => {
    await page.goto(url);
    await until(async () => /Messages per second\s+\d/.test(await page.locator('#content').innerText()), 30_000);
    check(/Lag of storing\s+[\d.]+ (ms|s)/.test(await page.locator('#content').innerText()), await page.locator('#content').innerText());
  });
  for (const id of ['ui-wall-1', 'ui-wall-2']) {
    await fetch(`${url}/api/devices/${id}`, { method: 'DELETE' });
  }
}
