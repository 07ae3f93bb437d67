import { check, until } from './harness.mjs';

/** Everything once by keyboard alone: pages, the finder, tabs, a filter, a dialog. */
export async function keyboard({ page, url, steps }) {
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.getAttribute('aria-label') || '');
  await steps.step('skip to the content and go to pages', page, async () => {
    await page.goto(url);
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.keyboard.press('Tab');
    check((await focused()) === 'Skip to content', await focused());
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForURL(/\/catalog$/);
    await page.getByRole('heading', { name: 'Catalog', level: 1 }).waitFor();
  });
  await steps.step('find a description and open it', page, async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    const answer = page.waitForResponse((each) => /\/api\/search\?.*q=TP100(%20|\+)temp(&|$)/.test(each.url()));
    await page.keyboard.type('TP100 temp', { delay: 30 });
    await answer;
    // devices stand there too, and how many depends on what came when
    await until(async () => {
      await page.keyboard.press('ArrowDown');
      return /TP100[\s\S]*IODD/.test(await page.locator('[role=dialog] [data-selected]').innerText({ timeout: 500 }).catch(() => ''));
    });
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/catalog\/\d+/);
  });
  await steps.step('move through the tabs', page, async () => {
    await page.getByRole('tab', { name: 'Overview' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/tab=process-data/);
  });
  await steps.step('filter by /', page, async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.waitForURL(/\/devices$/);
    await page.getByRole('heading', { name: 'Devices', level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('tp100');
    await page.waitForURL(/q=tp100/);
    await page.keyboard.press('Tab');
  });
  await steps.step('open the help sheet and close it', page, async () => {
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor({ state: 'detached' });
  });
}
