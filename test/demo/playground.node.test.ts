import type { Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import { demoBrowser } from '../harness/demo-browser';
import { visibleText } from '../harness/demo-page';

/** Small and the same everywhere. */
const QUICK = '?words=1000&backend=cpu';

declare global {
  interface Window {
    /** Steps of each progress event, and the layouts that ended. */
    seen: { iterations: number[]; ended: number; hovered: string[] };
  }
}

const demo = demoBrowser();
let page: Page;
let problems: string[];

beforeEach(async () => {
  ({ page, problems } = await demo.open());
  await page.addInitScript(() => {
    window.seen = { iterations: [], ended: 0, hovered: [] };
    addEventListener('fv-layout-progress', (event) => window.seen.iterations.push((event as CustomEvent<{ iteration: number }>).detail.iteration));
    addEventListener('fv-layout-end', () => window.seen.ended++);
    addEventListener('fv-point-hover', (event) => {
      const { label } = (event as CustomEvent<{ label: string | null }>).detail;
      if (label !== null) window.seen.hovered.push(label);
    });
  });
});

const open = (query: string) => page.goto(demo.url + query);
const iteration = () => page.evaluate(() => window.seen.iterations.at(-1) ?? 0);
const stepsPast = (step: number) => page.waitForFunction((least) => (window.seen.iterations.at(-1) ?? 0) > least, step);
const ended = (layouts = 1) => page.waitForFunction((count) => window.seen.ended >= count, layouts);

describe('the playground', () => {
  it('lays out the words by itself, below any path', async () => {
    await open(QUICK);
    await stepsPast(20);
    await ended();
    const positions = await page.evaluate(() => [...document.querySelector<FvEmbeddingMap>('#map')!.positions!]);
    expect(positions).toHaveLength(2 * 1_000);
    expect(Math.max(...positions) - Math.min(...positions)).toBeGreaterThan(10);
    expect(problems).toEqual([]);
  });

  it('pauses where it stands and goes on', async () => {
    // Many words: a layout that is not over before the mouse comes.
    await open('?backend=cpu');
    await stepsPast(0);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    // What was under way when the mouse came is reported still.
    await page.waitForTimeout(300);
    const paused = await iteration();
    await page.waitForTimeout(300);
    expect(await iteration()).toBe(paused);
    expect(await page.evaluate(() => window.seen.ended)).toBe(0);
    await page.getByRole('button', { name: 'Resume' }).click();
    await stepsPast(paused);
    expect(problems).toEqual([]);
  });

  it('shows the word under the mouse, with its gloss', async () => {
    await open(QUICK);
    await ended();
    const box = (await page.locator('#map').boundingBox())!;
    const hovered = () => page.evaluate(() => window.seen.hovered.at(-1));
    for (let step = 1; step < 400 && !(await hovered()); step++) {
      // A spiral from the middle, where the points are.
      const angle = step * 2.4;
      await page.mouse.move(box.x + box.width / 2 + 8 * Math.sqrt(step) * Math.cos(angle), box.y + box.height / 2 + 8 * Math.sqrt(step) * Math.sin(angle));
    }
    const label = await hovered();
    if (!label) throw new Error('Expected a point under the mouse within 400 places around the middle.');
    await page.locator('#map .card-label').getByText(label, { exact: true }).waitFor();
    expect(problems).toEqual([]);
  });

  it('starts again where a setting changes, and keeps it in the address', async () => {
    await open(QUICK);
    await ended();
    await page.getByLabel('Perplexity').fill('12');
    await page.getByLabel('Perplexity').press('Enter');
    await ended(2);
    expect(new URL(page.url()).search).toBe('?words=1000&perplexity=12&backend=cpu');
    expect(await page.evaluate(() => document.querySelector<FvEmbeddingMap>('#map')!.perplexity)).toBe(12);
    expect(problems).toEqual([]);
  });

  it('fetches only the words it shows', async () => {
    const files: string[] = [];
    page.on('request', (request) => {
      const file = /data\/words\/(.*)$/.exec(request.url())?.[1];
      if (file) files.push(file);
    });
    await open(QUICK);
    await ended();
    expect(files.sort()).toEqual(['0.f32', '0.json', 'manifest.json']);
  });

  it('shows words laid out beforehand until the vectors have come; the others join them where they stand', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/data/words/*.f32', async (route) => {
      await held;
      await route.continue();
    });
    await open('?backend=cpu');
    const state = () => page.evaluate(() => {
      const { status, positions } = document.querySelector<FvEmbeddingMap>('#map')!;
      return { state: status.state, points: status.points, positions: [...(positions ?? [])] };
    });
    await expect.poll(async () => (await state()).state, { timeout: 5_000 }).toBe('static');
    const start = await state();
    expect(start.positions).toHaveLength(2 * 1_000);
    release();
    // Their neighbours are searched for first.
    await page.waitForFunction(() => document.querySelector<FvEmbeddingMap>('#map')!.status.points === 10_000);
    expect((await state()).positions).toEqual(start.positions);
    await page.waitForFunction(() => document.querySelector<FvEmbeddingMap>('#map')!.positions!.length === 2 * 10_000);
    expect(problems).toEqual([]);
  });

  it('hides words and adds more by the slider, without starting again', async () => {
    await open(QUICK);
    await ended();
    const slider = page.getByRole('slider', { name: 'Words' });
    const state = () => page.evaluate(() => {
      const map = document.querySelector<FvEmbeddingMap>('#map')!;
      return { held: map.data!.labels.length, limit: map.limit, words: new URLSearchParams(location.search).get('words') };
    });
    await slider.press('ArrowRight');
    await ended(2);
    expect(await state()).toEqual({ held: 1_100, limit: null, words: '1100' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('1,100 of 341,479 words');
    const before = await iteration();
    await slider.press('ArrowLeft');
    expect(await state()).toEqual({ held: 1_100, limit: 1_000, words: '1000' });
    await slider.press('ArrowRight');
    expect(await state()).toEqual({ held: 1_100, limit: null, words: '1100' });
    expect(await iteration()).toBe(before);
    expect(problems).toEqual([]);
  });

  it('changes the theme without touching the layout', async () => {
    await open(QUICK);
    await ended();
    await page.getByLabel('Theme').selectOption('dark');
    expect(await page.locator('#map').getAttribute('theme')).toBe('dark');
    expect(await page.evaluate(() => [document.documentElement.dataset.theme, window.seen.ended])).toEqual(['dark', 1]);
  });

  it('speaks Chinese, all of it', async () => {
    await open(`${QUICK}&lang=zh-Hans`);
    await ended();
    const names = /flair-visual|Flair|WebGPU|WebGL|CPU|Python|English|KL|MB|Ctrl|Shift|Enter|Esc/g;
    const english = (await visibleText(page)).filter((text) => /[a-z]{2}/i.test(text.replace(names, '')));
    expect(english).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('says what to do where the words are missing', async () => {
    await page.route('**/manifest.json', (route) => route.fulfill({ status: 404 }));
    await open(QUICK);
    await page.getByRole('alert').getByText('run npm run build:demo').waitFor();
  });

  it('opens again without a network, once it was opened', async () => {
    await open(QUICK);
    await ended();
    // Until what the page had loaded before its service worker came is kept, too.
    await expect.poll(() => page.evaluate(async () => {
      const kept = (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat().map(({ url }) => url);
      return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.startsWith('http') && !kept.includes(name));
    }), { timeout: 20_000 }).toEqual([]);
    await page.context().setOffline(true);
    await page.reload();
    await ended();
    expect(await page.evaluate(() => document.querySelector<FvEmbeddingMap>('#map')!.positions!.length)).toBe(2 * 1_000);
    expect(problems).toEqual([]);
  });

  it('shows how to use the element', async () => {
    await open(QUICK);
    await page.getByRole('button', { name: 'How to use' }).click();
    const dialog = page.getByRole('dialog', { name: 'How to use' });
    expect(await dialog.textContent()).toContain('<fv-embedding-map');
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
  });
});
