// Takes the README's pictures of the real map: opens the built playground as a visitor does, in light and in
// dark, waits until its layout has ended, and writes docs/map-light.png and docs/map-dark.png; then walks through the
// explorer, docs/walk-….png, and visits other pages, docs/page-….png.
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { runnerImport } from 'vite';
import { chromiumLaunch } from '../../test/harness/chromium.mjs';
import { takePages } from './take-pages.mjs';
import { takeWalk } from './take-walk.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const SIZE = { width: 1280, height: 800 };
const LAYOUT_TIMEOUT_MS = 600_000;
/** The last frames: the view settles and every point is drawn. */
const REST_MS = 1_500;

async function takePicture(browser, url, theme) {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: theme, deviceScaleFactor: 1, locale: 'en' });
  // The layout may end before a listener could be added from here.
  await page.addInitScript(() => addEventListener('fv-layout-end', () => document.documentElement.setAttribute('data-ended', '')));
  await page.goto(url);
  await page.waitForSelector('html[data-ended]', { timeout: LAYOUT_TIMEOUT_MS });
  await page.waitForTimeout(REST_MS);
  const file = path(`../map-${theme}.png`);
  await page.screenshot({ path: file });
  console.log(`docs/map-${theme}.png: ${Math.round((await stat(file)).size / 1024)} KB`);
  await page.close();
}

// Node 20 reads no TypeScript: vite, which is here anyway, runs the module.
const { module } = await runnerImport(path('../../demo/scripts/serve-demo.ts'), { configFile: false });
const demo = await module.serveDemo(path('../../.cache/pictures'));
const browser = await chromium.launch(await chromiumLaunch());
try {
  await takePicture(browser, demo.url, 'light');
  await takePicture(browser, demo.url, 'dark');
  await takeWalk(browser, demo.url);
  await takePages(browser, demo.url);
} finally {
  await browser.close();
  await demo.close();
}
