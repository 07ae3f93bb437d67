import { check, until } from './harness.mjs';

const MASTER = 'ui-master';
const KEPT = 'UI trial as found';

/** An address that is not allowed, a master that is added and looked at; with --master one that answers is read, written and emptied. */
export async function masters({ page, url, steps, option }) {
  const address = option('master', '');
  await fetch(`${url}/api/masters/${MASTER}`, { method: 'DELETE' });
  await steps.step('an address that the operator does not allow is refused in plain words', page, async () => {
    await page.goto(`${url}/masters?add=1`);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('169.254.169.254');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').getByText(/GREENSTACK_MASTERS_NETWORKS/).first().waitFor();
  });
  if (address) {
    await answering({ page, url, steps, address });
  } else {
    console.log('  no master that answers: --master names one, in a network that the operator allows');
    await silent({ page, steps });
  }
}

async function fill(page, address) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Address' }).fill(address);
  await dialog.getByRole('textbox', { name: 'Id' }).fill(MASTER);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Trial master');
  return dialog;
}

async function remove(page) {
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.waitForURL(/\/masters$/);
}

async function silent({ page, steps }) {
  await steps.step('add a master that is not read yet, and look at it', page, async () => {
    const dialog = await fill(page, '192.168.250.7');
    await dialog.getByRole('switch', { name: 'Read it' }).uncheck({ force: true });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Trial master' }).click();
    await page.waitForURL(new RegExp(`/masters/${MASTER}$`));
    await page.getByText('not read', { exact: true }).first().waitFor();
    await remove(page);
  });
}

async function answering({ page, url, steps, address }) {
  const port = async () => (await (await fetch(`${url}/api/masters/${MASTER}/ports`)).json())[0];
  await steps.step('try to reach a master, and see what answers', page, async () => {
    const dialog = await fill(page, address);
    await dialog.getByRole('button', { name: 'Try to reach it' }).click();
    await dialog.getByText(/4712/).first().waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Trial master' }).click();
    await page.waitForURL(new RegExp(`/masters/${MASTER}$`));
  });
  await steps.step('its ports, with what hangs there and the descriptions', page, async () => {
    await until(async () => (await port())?.description_product, 60_000);
    await page.getByRole('link', { name: /TP100/ }).first().waitFor({ timeout: 30_000 });
    check(/64998/.test(await page.locator('#content').innerText()), 'the device without a description is not there');
  });
  await steps.step('the device on a port has live values', page, async () => {
    const { device_id: device } = await port();
    await page.goto(`${url}/devices/${encodeURIComponent(device)}`);
    await page.locator('tr:not([data-stale]) .live-value').first().waitFor({ timeout: 30_000 });
    await page.getByText('connected', { exact: true }).first().waitFor();
  });
  await steps.step('a parameter and output data are written through the master, and what it has is read', page, async () => {
    const { device_id: device } = await port();
    await page.goto(`${url}/devices/${encodeURIComponent(device)}?tab=commands`);
    await page.getByText('Write', { exact: true }).first().click();
    await page.getByRole('combobox', { name: 'Parameter' }).fill('Damping');
    await page.getByRole('option', { name: /Damping/ }).first().click();
    await page.getByRole('textbox', { name: 'Value' }).fill('20');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('answered', { exact: true }).first().waitFor({ timeout: 30_000 });
    await page.getByText('Output data', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Locate' }).click();
    await page.getByRole('option').last().click();
    const sent = (await (await fetch(`${url}/api/devices/${encodeURIComponent(device)}/commands`)).json()).length;
    await page.getByRole('button', { name: 'Send' }).click();
    await until(async () => {
      const list = await (await fetch(`${url}/api/devices/${encodeURIComponent(device)}/commands`)).json();
      return list.length > sent && list[0].state === 'answered' && list[0].command === 'write_output';
    }, 30_000);
    await page.goto(`${url}/devices/${encodeURIComponent(device)}?tab=set`);
    await page.getByRole('button', { name: 'Read from the device' }).click();
    await until(async () => (await (await fetch(`${url}/api/devices/${encodeURIComponent(device)}/shadow`)).json()).reported?.V_Damping === 20, 60_000);
  });
  await steps.step('what it has is kept as found, and another value differs from it', page, async () => {
    const { device_id: device } = await port();
    await page.getByRole('button', { name: 'Keep as found' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill(KEPT);
    await dialog.getByRole('button', { name: 'Keep as found' }).click();
    await page.getByText(`It is kept as “${KEPT}”.`).waitFor();
    await fetch(`${url}/api/devices/${encodeURIComponent(device)}/commands?wait=20s`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ command: 'write_parameter', parameter: 'V_Damping', value: 40, read_back: true }) });
    await page.getByRole('button', { name: 'Read from the device' }).click();
    await until(async () => (await (await fetch(`${url}/api/devices/${encodeURIComponent(device)}/shadow`)).json()).reported?.V_Damping === 40, 60_000);
    await page.goto(`${url}/devices/${encodeURIComponent(device)}?tab=set&against=other`);
    await page.getByRole('combobox', { name: 'That was kept' }).click();
    await page.getByRole('option', { name: new RegExp(KEPT) }).first().click();
    await page.getByText('differs', { exact: true }).first().waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Want this value' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Want this value' }).click();
    await until(async () => (await (await fetch(`${url}/api/devices/${encodeURIComponent(device)}/shadow`)).json()).reported?.V_Damping === 20, 60_000);
    for (const each of (await (await fetch(`${url}/api/parameter-sets?size=200`)).json()).filter((one) => one.name === KEPT)) {
      await fetch(`${url}/api/parameter-sets/${each.id}`, { method: 'DELETE' });
    }
  });
  await steps.step('a master is deleted after a question', page, async () => {
    await page.goto(`${url}/masters/${MASTER}`);
    await remove(page);
  });
}
