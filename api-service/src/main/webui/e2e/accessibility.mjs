import { join } from 'node:path';
import { furnish } from './furnish.mjs';
import { check, findings } from './harness.mjs';

const WIDTHS = { desktop: { width: 1280, height: 800 }, tablet: { width: 820, height: 1180 }, phone: { width: 390, height: 844 } };

/** axe on every page in both schemes, no page wider than the screen, badges never cut, and a picture of each. */
export async function accessibility({ browser, url, out, steps, option }) {
  const clear = await furnish(url, option('master', ''));
  const descriptions = await (await fetch(`${url}/api/descriptions?size=100`)).json();
  const iodd = descriptions.find((each) => /LT101/.test(each.product_name))?.id ?? descriptions.find((each) => each.kind === 'IODD')?.id;
  const eds = descriptions.find((each) => each.kind === 'EDS')?.id;
  const pages = {
    overview: '/', search: '/search?q=temperature', catalog: '/catalog', cards: '/catalog?view=grid', iodd: `/catalog/${iodd}`, parameters: `/catalog/${iodd}?tab=parameters`, 'process-data': `/catalog/${iodd}?tab=process-data`,
    menus: `/catalog/${iodd}?tab=menus`, communication: `/catalog/${iodd}?tab=communication`, xml: `/catalog/${iodd}?tab=xml`, technical: `/catalog/${iodd}?tab=technical`, trust: `/catalog/${iodd}?tab=trust`,
    eds: `/catalog/${eds}`, 'eds-parameters': `/catalog/${eds}?tab=parameters`, assemblies: `/catalog/${eds}?tab=assemblies`, connections: `/catalog/${eds}?tab=connections`,
    devices: '/devices', 'device-cards': '/devices?view=cards', live: '/devices/tp100-1', history: '/devices/tp100-1?tab=history&parameter=temperature&device=lt101-1', twin: '/devices/lt101-1?tab=twin', commands: '/devices/lt101-1?tab=commands',
    messages: '/devices/lt101-1?tab=raw', about: '/devices/lt101-1?tab=about', missing: '/missing', events: '/events?show=all', imports: '/imports', mqtt: '/mqtt', 'dead-letters': '/dead-letters', services: '/services', keys: '/keys', alarms: '/alarms?show=all', 'alarm-rules': '/alarm-rules', 'alarm-channels': '/alarm-channels', jobs: '/maintenance', masters: '/masters', master: '/masters/ui-hall', mappings: '/mappings', mapping: '/mappings/new', simulations: '/simulations?add=new', source: '/source', outputs: '/outputs', sets: '/devices/lt101-1?tab=set', 'add-master': '/masters?add=1', 'add-device': '/devices?add=new', labels: '/devices?view=labels', wall: '/wall', hall: '/hall', sheet: '/devices/tp100-1/sheet', audit: '/audit', cache: '/cache', settings: '/settings', 'about-suite': '/about',
  };
  for (const scheme of ['light', 'dark'].filter((each) => each.includes(option('scheme', '')))) {
    for (const [device, viewport] of Object.entries(WIDTHS).filter(([each]) => each.includes(option('width', '')))) {
      const context = await browser.newContext({ viewport, colorScheme: scheme, locale: 'en-GB', reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const [name, path] of Object.entries(pages)) {
        await steps.step(`${name}, ${device}, ${scheme}`, page, async () => {
          await page.goto(`${url}${path}`);
          await page.locator('h1').waitFor();
          // Rates need two answers; a picture with what is still on its way shows nothing.
          for (const waits of ['[aria-busy=true]', '[role=status][aria-label=Loading]']) {
            await page.locator(waits).first().waitFor({ state: 'detached', timeout: 8000 }).catch(() => undefined);
          }
          await page.waitForTimeout(1000);
          await page.screenshot({ path: join(out, `${name}-${device}-${scheme}.png`) });
          check((await page.locator('h1').first().innerText()) !== '404', 'there is no such page');
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          check(wide <= 0, `${wide} px wider than the screen`);
          const cut = await page.evaluate(() => [...document.querySelectorAll('.mantine-Badge-label')].filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent));
          check(cut.length === 0, `cut badges: ${cut.join(', ')}`);
          if (device !== 'tablet') {
            const found = await findings(page);
            check(found.length === 0, found.join('\n'));
          }
        });
      }
      await context.close();
    }
  }
  await clear();
}
