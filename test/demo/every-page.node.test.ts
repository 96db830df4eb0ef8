import axe from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../../demo/shared/pages';
import { STRINGS } from '../../demo/shared/strings';
import { demoBrowser } from '../harness/demo-browser';
import { visibleText } from '../harness/demo-page';

const demo = demoBrowser();
let page: Page;
let problems: string[];

/** The page as it is when its elements are there and its network is quiet. */
async function open(href: string, query: string, width = 1280): Promise<void> {
  ({ page, problems } = await demo.open({ viewport: { width, height: 800 }, reducedMotion: 'reduce' }));
  await page.goto(demo.url + href + query);
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined && [...document.querySelectorAll(':not(:defined)')].length === 0);
  await page.waitForLoadState('networkidle');
}

/** Names that are the same in every language. */
const NAMES = /flair-visual|(?:Bi)?LSTM|WebAssembly|JavaScript|\bfv-[a-z-]+|Flair|WordNet|Hugging Face|AUC|UTC|WebGPU|WebGL|CPU|Python|HTML|English|KL|MB|Ctrl|Shift|Enter|Esc|Home|End|Page Up|Page Down|“[^”]*”/g;

describe.each(PAGES)('the page $href', ({ title, href, within }) => {
  it('opens without a fault, says where it is, and axe finds nothing to mend', async () => {
    await open(href, '?theme=light');
    expect(await page.title()).toBe(`${STRINGS.en[title]} – flair-visual`);
    expect(await page.locator(`nav [aria-current=${within ? 'true' : 'page'}]`).textContent()).toBe(STRINGS.en[within ?? title]);
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

describe('files of the visitor', () => {
  const conllu = ['1\tShe\t_\tPRON\t_\t_\t2\tnsubj\t_\t_', '2\tsings\t_\tVERB\t_\t_\t0\troot\t_\t_', ''].join('\n');
  const vectors = Array.from({ length: 12 }, (_, i) => `word${i} ${[1, 2, 3, 4].map((d) => Math.sin(i * d).toFixed(3)).join(' ')}`).join('\n');

  /** Drops files onto the page, as the browser does. */
  const drop = (files: Record<string, string>) => page.evaluate((contents) => {
    const transfer = new DataTransfer();
    for (const [name, content] of Object.entries(contents)) transfer.items.add(new File([content], name));
    document.querySelector('main')!.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);

  it('open their views when they are dropped on any page; Escape brings the page back', async () => {
    await open('guide.html', '?theme=light');
    await drop({ 'trees.conllu': conllu, 'glove.txt': vectors, 'notes.bin': 'nothing known' });
    const dialog = page.getByRole('dialog', { name: 'Opened files' });
    await dialog.locator('fv-dependency-tree').getByText('sings').first().waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLElement & { positions: Float32Array | null }>('.opened fv-embedding-map')?.positions?.length === 24);
    expect(await dialog.getByRole('status').filter({ hasText: 'None of the formats' }).count()).toBe(1);
    expect(await dialog.locator('fv-embedding-map').getAttribute('theme')).toBe('light');
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('open in the page of their own when they are chosen, and close one by one', async () => {
    await open('open.html', '');
    await page.locator('input[type=file]').first().setInputFiles([{ name: 'a.conllu', mimeType: 'text/plain', buffer: Buffer.from(conllu) }, { name: 'broken.npy', mimeType: '', buffer: Buffer.from('\x93NUMPY') }]);
    await page.locator('#opened-views fv-dependency-tree').getByText('sings').first().waitFor();
    await page.getByRole('alert').getByText('broken.npy could not be read').waitFor();
    await page.getByRole('button', { name: 'Close' }).first().click();
    expect(await page.locator('#opened-views .view').count()).toBe(1);
  });
});
