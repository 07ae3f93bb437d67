import { check, until } from './harness.mjs';
import { dropFiles, iodd, picture } from './files.mjs';

/** Import by drop and by folder, every tab of an IODD and of an EDS, decode and encode, menus with a condition, compare, export. */
export async function catalog({ page, url, steps }) {
  await steps.step('import a file by drop, as a job', page, async () => {
    await page.goto(`${url}/catalog`);
    await page.locator('.drop-zone').waitFor();
    await dropFiles(page, '.drop-zone', [{ name: 'Example-UI1-20260101-IODD1.1.xml', text: iodd(901, 'UI trial sensor', 'V1.0') }]);
    await page.getByText(/^(imported|already known|replaced) 1$/).first().waitFor({ timeout: 30_000 });
  });
  await steps.step('import a folder, as one package', page, async () => {
    await page.goto(`${url}/imports`);
    await page.getByRole('button', { name: 'Choose a folder' }).waitFor();
    await dropFiles(page, '.drop-zone', [
      { name: 'one/Example-UI2-20260101-IODD1.1.xml', text: iodd(902, 'UI trial sensor two', 'V1.0') },
      { name: 'two/Example-UI2-20260201-IODD1.1.xml', text: iodd(902, 'UI trial sensor two', 'V1.1') },
      { name: 'three/Example-UI5-20260101-IODD1.1.xml', text: iodd(905, 'UI trial sensor with a picture', 'V1.0', true) },
      { name: 'three/Example-UI905-pic.png', png: await picture(page, 160) },
      { name: 'three/Example-UI905-icon.png', png: await picture(page, 48) },
    ], true);
    // As often as this runs: the two are new, known already, or the one is a later issue of the other.
    await until(async () => {
      const [job] = await (await fetch(`${url}/api/imports?size=1`)).json();
      return job.label === 'library.zip' && job.state === 'done' && job.imported + job.already_known + job.replaced === 3;
    }, 30_000);
    await page.getByRole('link', { name: /^\d files/ }).waitFor();
    await page.getByText('done', { exact: true }).first().waitFor();
  });
  await steps.step('its picture is on the card and among the images', page, async () => {
    await page.goto(`${url}/catalog?view=grid&q=picture`);
    const loaded = (of) => until(() => of.evaluate((image) => image.naturalWidth > 0));
    await loaded(page.locator('.card img.picture').first());
    await page.getByRole('link', { name: 'UI trial sensor with a picture' }).click();
    await page.getByRole('tab', { name: 'Images' }).click();
    await loaded(page.locator('[role=tabpanel] img').first());
  });
  await steps.step('results of an import can be filtered', page, async () => {
    await page.goto(`${url}/imports`);
    await page.getByRole('region', { name: 'Imports' }).getByRole('link').first().click();
    await page.getByText(/^All \d+$/).waitFor();
    await page.getByText(/^refused \d+$/).last().click();
    await page.waitForURL(/status=refused/);
  });
  const find = async (text, kind) => (await (await fetch(`${url}/api/descriptions?q=${encodeURIComponent(text)}&kind=${kind}&size=1`)).json())[0]?.id;
  const id = await find('TP100', 'IODD');
  const levels = await find('LT101', 'IODD');
  const eds = await find('GS-FLOW', 'EDS');
  for (const tab of ['overview', 'parameters', 'process-data', 'menus', 'communication', 'errors', 'events', 'images', 'xml', 'technical', 'trust', 'releases']) {
    await steps.step(`IODD tab ${tab}`, page, () => opened(page, `${url}/catalog/${id}?tab=${tab}`));
  }
  for (const tab of ['overview', 'parameters', 'assemblies', 'connections', 'ports', 'modules', 'network', 'capacity', 'raw', 'findings', 'releases']) {
    await steps.step(`EDS tab ${tab}`, page, async () => {
      await opened(page, `${url}/catalog/${eds}?tab=${tab}`);
      const text = await page.locator('#content').innerText();
      check(!/IO-Link|IODD|ISDU/.test(text), `IO-Link words on an EDS tab: ${/.{30}(IO-Link|IODD|ISDU).{30}/.exec(text)?.[0]}`);
    });
  }
  await steps.step('decode typed octets', page, async () => {
    await page.goto(`${url}/catalog/${id}?tab=process-data`);
    await page.getByLabel('Octets (hex)').fill('00 EB 02 34 02');
    await page.getByText('23.5').waitFor();
    await page.getByText('5.64').waitFor();
  });
  await steps.step('encode values', page, async () => {
    await page.getByText('Encode', { exact: true }).first().click();
    await page.getByRole('textbox', { name: 'Temperature' }).fill('39.4');
    await page.getByRole('button', { name: 'Encode' }).click();
    await until(async () => (await page.getByLabel('Octets (hex)').inputValue()) === '01 8A 02 34 02');
    await page.getByText('39.4').first().waitFor();
  });
  await steps.step('a menu follows its condition', page, async () => {
    await page.goto(`${url}/catalog/${levels}?tab=menus&role=specialist`);
    await page.getByText('shown because Temperature unit is Celsius').first().waitFor();
    await page.getByRole('combobox', { name: 'Temperature unit' }).first().click();
    await page.getByRole('option', { name: 'Fahrenheit' }).click();
    await page.getByText('shown because Temperature unit is Fahrenheit').first().waitFor();
    await page.getByText('1 value differs from the default.').waitFor();
    await page.getByText('allowed', { exact: true }).waitFor();
  });
  await steps.step('record items of parameters are there', page, async () => {
    await page.goto(`${url}/catalog/${levels}?tab=parameters&q=averaging`);
    await page.getByText('Averaging time').waitFor();
    await page.getByText('1 … 60 s').waitFor();
  });
  await steps.step('export the original files', page, async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download files' }).click()]);
    check(/\.zip$/.test(download.suggestedFilename()), download.suggestedFilename());
  });
  await steps.step('a search is narrowed by a click on what it has counted', page, async () => {
    await page.goto(`${url}/search?q=temperature`);
    const narrow = page.getByRole('complementary', { name: 'Narrow the search' });
    const feature = narrow.getByRole('group', { name: 'Features' }).getByRole('checkbox').first();
    const before = await narrow.innerText();
    // A click, not check(): what is chosen is the address, which follows a moment later.
    await feature.click();
    await page.waitForURL(/feature=/);
    await until(async () => (await narrow.innerText()) !== before);
    await page.reload();
    await until(() => feature.isChecked());
    await feature.click();
    await page.waitForURL((address) => !address.search.includes('feature='));
  });
  await steps.step('compare two descriptions', page, async () => {
    await page.goto(`${url}/catalog/compare?kind=IODD&ids=${id}&ids=${levels}`);
    await page.getByText('What it means for the process data').waitFor();
    await page.getByRole('switch', { name: 'Differences only' }).click({ force: true });
    await page.waitForURL(/only=differences/);
  });
}

/** Opens a page and waits until nothing is loading; it must not end in an error. */
async function opened(page, address) {
  await page.goto(address);
  await page.locator('[role=tabpanel]').waitFor();
  await until(async () => (await page.locator('[role=tabpanel] [role=status][aria-label=Loading]').count()) === 0);
  const wrong = await page.locator('[role=tabpanel] [role=alert]').allInnerTexts();
  check(wrong.length === 0, wrong.join('; '));
  check((await page.locator('[role=tabpanel]').innerText()).trim().length > 10, 'an empty tab');
}
