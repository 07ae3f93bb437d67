// What the end-to-end tests share: a browser, steps with names, and pictures. playwright-core brings no browser of its own.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** Path of a Chromium on this machine; undefined where there is none. */
export const browserPath = () => BROWSERS.find((each) => each && existsSync(each));

export async function launch(path) {
  return chromium.launch({
    executablePath: path,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe on a page. */
export async function findings(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
  return result.violations.filter((each) => ['serious', 'critical'].includes(each.impact))
    .map((each) => `${each.impact} ${each.id}: ${each.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')} (${each.nodes.length})`);
}

/** Runs steps one after another and remembers those that fail; a picture of the page is kept of each. */
export class Steps {
  failed = [];
  done = 0;

  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  async step(name, page, action) {
    const start = Date.now();
    try {
      await action();
      this.done++;
      console.log(`  ok    ${name} (${Date.now() - start} ms)`);
    } catch (error) {
      this.failed.push(name);
      console.log(`  FAIL  ${name}: ${String(error.message ?? error).split('\n').slice(0, 6).join('\n        ')}`);
      await page?.screenshot({ path: join(this.folder, `failed-${this.failed.length}.png`) }).catch(() => undefined);
    }
  }
}

export function check(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}

/** Waits until something holds. */
export async function until(what, ms = 15_000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await what();
    if (value) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`not within ${ms} ms: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
