import { check } from './harness.mjs';

/** The API stops while somebody works, and comes back. The browser is cut off from it, which looks the same from inside. */
export async function outage({ page, context, url, steps }) {
  await steps.step('one click while the API is away: the frame stays and says what is wrong', page, async () => {
    await page.goto(url);
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Dead letters' }).first().click();
    await page.getByText('This page could not be loaded').waitFor({ timeout: 20_000 });
    const text = await page.locator('body').innerText();
    check(!/Hey developer|Unexpected Application Error/.test(text), text.slice(0, 200));
    await page.getByRole('navigation', { name: 'Menu' }).waitFor();
  });
  await steps.step('the page comes by itself when the API is back', page, async () => {
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Dead letters', level: 1 }).waitFor({ timeout: 20_000 });
  });
  await steps.step('a banner says since when nothing is known, and goes by itself', page, async () => {
    await page.goto(`${url}/devices/tp100-1`);
    await page.getByText('Live', { exact: true }).last().waitFor();
    await context.setOffline(true);
    await page.getByText(/No answer from the API since/).waitFor({ timeout: 30_000 });
    await context.setOffline(false);
    await page.getByText(/No answer from the API since/).waitFor({ state: 'detached', timeout: 30_000 });
    await page.locator('tr:not([data-stale]) .live-value').first().waitFor({ timeout: 30_000 });
  });
}
