import { check } from './harness.mjs';

/** A viewer is offered nothing that writes. The suite is open, so what the API says of the caller is answered as it would for a viewer's key. */
export async function rights({ page, url, steps }) {
  await page.route('**/api/auth/me', (route) => route.fulfill({ json: { name: 'looks-only', kind: 'key', scope: 'viewer', roles: ['viewer'] } }));
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
