import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type ServedDemo } from '../../demo/scripts/serve-demo';
import { PAGES } from '../../demo/shared/pages';
import { STRINGS } from '../../demo/shared/strings';
import { chromiumLaunch } from '../harness/chromium.mjs';
import { problemsOf, visibleText } from '../harness/demo-page';

const OUT = fileURLToPath(new URL('../../.cache/test-pages', import.meta.url));

let demo: ServedDemo;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  demo = await serveDemo(OUT, '/some/sub/path/');
  browser = await chromium.launch(await chromiumLaunch());
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});
afterEach(() => page.close());

/** The page as it is when its elements are there and its network is quiet. */
async function open(href: string, query: string, width = 1280): Promise<void> {
  page = await browser.newPage({ viewport: { width, height: 800 }, locale: 'en', reducedMotion: 'reduce' });
  problems = problemsOf(page);
  await page.goto(demo.url + href + query);
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined && [...document.querySelectorAll(':not(:defined)')].length === 0);
  await page.waitForLoadState('networkidle');
}

/** Names that are the same in every language. */
const NAMES = /flair-visual|\bfv-[a-z-]+|Flair|Hugging Face|WebGPU|WebGL|CPU|Python|HTML|English|KL|MB|Ctrl|Shift|Enter|Esc|Home|End|Page Up|Page Down|“[^”]*”/g;

describe.each(PAGES)('the page $href', ({ title, href }) => {
  it('opens without a fault, says where it is, and axe finds nothing to mend', async () => {
    await open(href, '?theme=light');
    expect(await page.title()).toBe(`${STRINGS.en[title]} – flair-visual`);
    expect(await page.locator('nav [aria-current=page]').textContent()).toBe(STRINGS.en[title]);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('speaks Chinese in the dark, on a phone, and nothing sticks out', async () => {
    await open(href, '?theme=dark&lang=zh-Hans', 360);
    expect((await visibleText(page)).filter((text) => /[a-z]{2}/i.test(text.replace(NAMES, '')))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await page.evaluate(() => [...document.querySelectorAll('main > *')].every((part) => part.getBoundingClientRect().right <= 360))).toBe(true);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
    expect(problems).toEqual([]);
  });
});
