import { check, until } from './harness.mjs';
import { dropFiles, iodd } from './files.mjs';

const DEVICE = 'ui-newcomer';

/** Somebody who has read nothing: from a file to a decoded live value and an exported flow, by what the pages offer. */
export async function newcomer({ page, url, steps }) {
  const start = Date.now();
  await fetch(`${url}/api/devices/${DEVICE}`, { method: 'DELETE' });
  await steps.step('the overview of an empty suite says where to begin, and takes the files', page, async () => {
    // This suite is not empty: what the API says of its counts is answered as it would for an empty one.
    await page.route(/\/api\/(descriptions|devices)\?/, (route) => route.fulfill({ json: [], headers: { 'X-Total-Count': '0' } }));
    await page.goto(url);
    await page.getByText('Start here').waitFor();
    await page.getByRole('link', { name: 'Add a device' }).waitFor();
    await dropFiles(page, '.drop-zone', [{ name: 'Example-UI3-20260101-IODD1.1.xml', text: iodd(903, 'Newcomer sensor', 'V1.0') }]);
    await page.getByText(/^(imported|already known|replaced) 1$/).first().waitFor({ timeout: 30_000 });
    await page.unrouteAll();
  });
  await steps.step('from the description to a device of it', page, async () => {
    await page.goto(`${url}/catalog?q=Newcomer`);
    await page.getByRole('link', { name: 'Newcomer sensor' }).first().click();
    await page.getByRole('link', { name: 'Add a device' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Device id' }).fill(DEVICE);
    await until(async () => /Newcomer sensor/.test(await dialog.getByRole('combobox', { name: 'Description' }).inputValue()));
    await dialog.getByRole('button', { name: 'Add a device' }).click();
    await page.waitForURL(new RegExp(`/devices/${DEVICE}`));
    await page.getByRole('tab', { name: 'Generate' }).waitFor();
    await page.getByText('bound', { exact: true }).waitFor();
  });
  await steps.step('the device says what to send, and its decoded value appears', page, async () => {
    await page.getByText(`devices/${DEVICE}/telemetry`).waitFor();
    await page.getByRole('button', { name: 'Send this message' }).click();
    await page.locator('tr:not([data-stale]) .live-value').first().waitFor({ timeout: 20_000 });
  });
  await steps.step('a flow for Node-RED of the device', page, async () => {
    await page.getByRole('tab', { name: 'Generate' }).click();
    const block = page.locator('section', { has: page.getByRole('heading', { name: /Node-RED/ }) }).first();
    const [download] = await Promise.all([page.waitForEvent('download'), block.getByRole('button', { name: 'Download' }).click()]);
    check(/\.json$/.test(download.suggestedFilename()), download.suggestedFilename());
  });
  console.log(`  from nothing to a decoded value and a flow: ${((Date.now() - start) / 1000).toFixed(1)} s of pages and clicks`);
  await fetch(`${url}/api/devices/${DEVICE}`, { method: 'DELETE' });
}
