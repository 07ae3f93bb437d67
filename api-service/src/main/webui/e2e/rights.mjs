import { check } from './harness.mjs';

/** A viewer is offered nothing that writes. The suite is open, so the two questions that tell the role are answered as it would for a viewer's key. */
export async function rights({ page, url, steps }) {
  await page.route(/\/api\/keys\?|\/api\/imports\/0\/cancel/, (route) => route.fulfill({
    status: 403, contentType: 'application/problem+json', body: JSON.stringify({ title: 'Forbidden', status: 403 }),
  }));
  for (const path of ['/catalog', '/imports', '/devices/tp100-1', '/devices/tp100-1?tab=twin', '/devices/tp100-1?tab=commands', '/devices/tp100-1?tab=about', '/mqtt', '/dead-letters', '/services']) {
    await steps.step(`a viewer sees no write button on ${path}`, page, async () => {
      await page.goto(`${url}${path}`);
      await page.locator('h1').waitFor();
      await page.waitForTimeout(1200);
      for (const name of ['Choose files', 'Delete', 'Binding', 'Want it', 'Send', 'Save', 'Publish', 'Replay', 'Discard', 'Reset', 'Make a login', 'Delete device']) {
        check((await page.getByRole('button', { name, exact: true }).count()) === 0, `offers ${name}`);
      }
      check((await page.getByRole('link', { name: 'API keys' }).count()) === 0, 'offers API keys');
    });
  }
}
