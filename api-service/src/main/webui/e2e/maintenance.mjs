import { check } from './harness.mjs';

/** Jobs that care for the catalog: reading all files anew, and what is left over. */
export async function maintenance({ page, url, steps }) {
  await steps.step('read all files anew and see how far it is', page, async () => {
    await page.goto(`${url}/maintenance`);
    await page.getByRole('button', { name: 'Read them now' }).click();
    await page.getByRole('region', { name: 'Read all files anew' }).getByText('done', { exact: true }).first().waitFor({ timeout: 60_000 });
  });
  await steps.step('what is left over is counted', page, async () => {
    await page.getByText('Texts in the search index').waitFor();
    check((await page.getByRole('button', { name: 'Remove' }).count()) === 4, 'not every kind is listed');
  });
}
