import { check } from './harness.mjs';

const DEVICE = 'ui-alarm-1';

/** An event becomes an alarm; somebody says why and acknowledges it, shelves it, and finds it in the history. */
export async function alarms({ page, url, steps }) {
  const post = (path, body) => fetch(`${url}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const publish = (mode) => post('/api/mqtt/publish', { topic: `devices/${DEVICE}/events`, message: { code: 36352, mode, type: 'error' }, qos: 1 });
  await post('/api/devices/register', { device_id: DEVICE, name: 'Alarm trial' });
  const row = page.locator('.data-row', { hasText: 'Alarm trial' }).first();
  await steps.step('an event becomes an alarm while one looks', page, async () => {
    await page.goto(`${url}/alarms`);
    await page.getByRole('heading', { name: 'Alarms', level: 1 }).waitFor();
    await publish('appears');
    await row.waitFor({ timeout: 20_000 });
    await row.getByText('active', { exact: true }).waitFor();
  });
  await steps.step('acknowledge it with a word why', page, async () => {
    await row.getByRole('checkbox').check();
    await page.getByRole('textbox', { name: 'Comment' }).fill('Fitter is on the way');
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await row.getByText('acknowledged', { exact: true }).waitFor();
    await row.getByText('Fitter is on the way').waitFor();
  });
  await steps.step('everything that happened to it', page, async () => {
    await row.locator('button.row-link').click();
    await page.waitForURL(/alarm=\d+/);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Fitter is on the way').first().waitFor();
    await dialog.getByRole('button', { name: 'Shelve' }).click();
    await dialog.getByRole('button', { name: 'Take off the shelf' }).waitFor();
    await dialog.getByRole('button', { name: 'Take off the shelf' }).click();
    await page.keyboard.press('Escape');
  });
  await steps.step('it goes, and stays in the history', page, async () => {
    await publish('disappears');
    await row.waitFor({ state: 'detached', timeout: 20_000 });
    await page.getByText('All', { exact: true }).click();
    await page.waitForURL(/show=all/);
    await row.getByText('closed', { exact: true }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    check(/\.csv$/.test(download.suggestedFilename()), download.suggestedFilename());
  });
  await steps.step('a channel that the operator has not allowed is refused in plain words', page, async () => {
    await page.goto(`${url}/alarm-channels`);
    await page.getByRole('button', { name: 'Make a channel' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Shift leader');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('https://chat.example.org/hooks/1');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/GREENSTACK_WEBHOOK_HOSTS/).last().waitFor();
    await dialog.getByText(/chat\.example\.org/).first().waitFor();
    await page.keyboard.press('Escape');
  });
  await fetch(`${url}/api/devices/${DEVICE}`, { method: 'DELETE' });
}
