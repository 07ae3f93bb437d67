const MASTER = 'ui-master';

/** An address that is not allowed, and a master that is added, looked at and deleted; none is called. */
export async function masters({ page, url, steps }) {
  await fetch(`${url}/api/masters/${MASTER}`, { method: 'DELETE' });
  await steps.step('an address that the operator does not allow is refused in plain words', page, async () => {
    await page.goto(`${url}/masters?add=1`);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('169.254.169.254');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').getByText(/GREENSTACK_MASTERS_NETWORKS/).first().waitFor();
  });
  await steps.step('add a master that is not read yet, and look at it', page, async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('192.168.250.7');
    await dialog.getByRole('textbox', { name: 'Id' }).fill(MASTER);
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Trial master');
    await dialog.getByRole('switch', { name: 'Read it' }).uncheck({ force: true });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Trial master' }).click();
    await page.waitForURL(new RegExp(`/masters/${MASTER}$`));
    await page.getByText('not read', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL(/\/masters$/);
  });
}
