// Pictures of other pages of the playground: each is used as a visitor does until there is something to see.
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const SIZE = { width: 1080, height: 760 };
const TRAINING_TIMEOUT_MS = 240_000;
const REST_MS = 2_000;

const PAGES = {
  /** A tagger after its third checkpoint. */
  async train(page) {
    await page.getByRole('button', { name: 'Train the tagger' }).click();
    await page.waitForFunction(() => Number.parseInt(document.querySelector('.moment-figures')?.textContent ?? '', 10) >= 3, null, { timeout: TRAINING_TIMEOUT_MS });
    await page.getByRole('button', { name: 'Pause' }).click();
  },
  async sentences(page) {
    await page.locator('#text').fill('My cat sleeps all day.\nLet us have pizza tonight.');
    await page.locator('#form button[type=submit]').click();
    await page.locator('#added li').nth(1).waitFor({ timeout: TRAINING_TIMEOUT_MS });
  },
  async entities() {},
  async 'story-quotes'(page) {
    for (const button of await page.getByRole('button', { name: /^Show me/ }).all()) {
      await button.click();
      await page.waitForTimeout(REST_MS);
    }
  },
};

/** Writes docs/page-<name>.png for every page. */
export async function takePages(browser, url) {
  for (const [name, act] of Object.entries(PAGES)) {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light', deviceScaleFactor: 1, locale: 'en' });
    await page.goto(`${url}${name}.html`);
    await page.waitForSelector('html[data-ready]');
    await page.waitForLoadState('networkidle');
    await act(page);
    await page.waitForTimeout(REST_MS);
    const file = fileURLToPath(new URL(`../page-${name}.png`, import.meta.url));
    await page.screenshot({ path: file });
    console.log(`docs/page-${name}.png: ${Math.round((await stat(file)).size / 1024)} KB`);
    await page.close();
  }
}
