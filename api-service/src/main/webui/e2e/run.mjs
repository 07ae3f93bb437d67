// End-to-end tests of the web UI against a running suite: npm run e2e -- [--url http://localhost:8080] [--out folder] [--only part,part] [--scheme dark] [--width phone]
// They need a Chromium (CHROMIUM names it) and say so where there is none. They register devices of their own (ui-...) and
// import the files of e2e/files; nothing else of the suite is changed.
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { browserPath, launch, Steps } from './harness.mjs';
import { accessibility } from './accessibility.mjs';
import { alarms } from './alarms.mjs';
import { catalog } from './catalog.mjs';
import { devices } from './devices.mjs';
import { hands } from './hands.mjs';
import { figures } from './figures.mjs';
import { keyboard } from './keyboard.mjs';
import { maintenance } from './maintenance.mjs';
import { masters } from './masters.mjs';
import { newcomer } from './newcomer.mjs';
import { outage } from './outage.mjs';
import { plant } from './plant.mjs';
import { reach } from './reach.mjs';
import { rights } from './rights.mjs';
import { signin } from './signin.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};

const url = option('url', process.env.GREENSTACK_URL ?? 'http://localhost:8080');
const out = option('out', join(tmpdir(), 'greenstack-e2e'));
const only = option('only', '');
const path = browserPath();
if (!path) {
  console.log('End-to-end tests of the web UI skipped: no Chromium on this machine (CHROMIUM names one)');
  process.exit(0);
}
const reachable = await fetch(`${url}/api/health/live`).then((response) => response.ok, () => false);
if (!reachable) {
  console.error(`The API does not answer at ${url}`);
  process.exit(2);
}

const steps = new Steps(out);
const browser = await launch(path);
try {
  for (const [name, part] of Object.entries({ catalog, devices, plant, alarms, keyboard, hands, rights, signin, outage, newcomer, maintenance, masters, reach, accessibility, figures })) {
    if (!only.split(',').some((part) => name.includes(part))) {
      continue;
    }
    console.log(name);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', acceptDownloads: true });
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await part({ page, context, browser, url, out, steps, option });
    await steps.step('no error in the page', page, () => {
      if (errors.length > 0) {
        throw new Error(errors.join('; '));
      }
    });
    await context.close();
  }
} finally {
  await browser.close();
}
console.log(`${steps.done} steps ok, ${steps.failed.length} failed; pictures in ${out}`);
process.exitCode = steps.failed.length > 0 ? 1 : 0;
