import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTRIES } from '../../build/entries';
import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import type { FvEntityText } from '../../src/components/entity-text/fv-entity-text';
import { builtPackage } from '../harness/built-package';
import { chromiumLaunch } from '../harness/chromium.mjs';
import { problemsOf } from '../harness/demo-page';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const CONFIG = path('../../demo/frameworks/vite.config.ts');

let server: PreviewServer;
let browser: Browser;

beforeAll(async () => {
  await builtPackage();
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({ configFile: CONFIG, logLevel: 'error' });
  process.env.NODE_ENV = NODE_ENV;
  [server, browser] = await Promise.all([
    preview({ configFile: CONFIG, logLevel: 'error', preview: { port: 0, strictPort: true } }),
    chromiumLaunch().then((options) => chromium.launch(options)),
  ]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A page of the built ones, and what goes wrong on it: errors, and what the policy refused. */
async function open(address: string): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, locale: 'en', reducedMotion: 'reduce' });
  const problems = problemsOf(page);
  await page.addInitScript(() => {
    Object.assign(window, { refused: [] });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) =>
      (window as unknown as { refused: string[] }).refused.push(`${violatedDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`));
  });
  await page.goto(server.resolvedUrls!.local[0] + address);
  return { page, problems };
}

const refused = (page: Page) => page.evaluate(() => (window as unknown as { refused: string[] }).refused);

describe.each(['plain', 'react', 'vue', 'svelte'])('a page in %s that takes the package by its name', (name) => {
  it('shows a map, hears it, and changes it and another element by its own state', async () => {
    const { page, problems } = await open(`${name}/`);
    const map = page.locator('fv-embedding-map');
    const state = () => map.evaluate((element: FvEmbeddingMap) => [element.data?.labels.length, element.colorBy]);
    await expect.poll(state).toEqual([9, 'kind']);
    await page.locator('#column').selectOption('letters');
    await expect.poll(state).toEqual([9, 'letters']);
    // The word in the middle of the nine, wherever the map has put it.
    await expect.poll(async () => {
      const view = await map.evaluate((element: FvEmbeddingMap) => element.view);
      const { width, height } = (await map.boundingBox())!;
      if (view) await map.click({ position: { x: width / 2 - view.x * view.scale, y: height / 2 + view.y * view.scale } });
      return page.locator('#word').textContent();
    }, { timeout: 10_000 }).toBe('Berlin');
    const marked = () => page.locator('fv-entity-text').evaluate((element: FvEntityText) => element.data?.map(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end))));
    await expect.poll(marked).toEqual([['Berlin']]);
    expect(await refused(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('types', () => {
  it('of the elements reach JSX, Vue and Svelte, and refuse what an element has not', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [path('../../node_modules/typescript/bin/tsc'), '-p', path('tsconfig.json')]).catch((error: { stdout: string }) => error);
    expect(stdout).toBe('');
  });
});

describe('a strict Content-Security-Policy', () => {
  const elements = Object.keys(ENTRIES).filter((name) => name.startsWith('define/')).map((name) => name.replace('define/', 'fv-'));

  it('is what the page has, and what it is served with', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(path('../../demo/frameworks/csp/index.html'), 'utf8'))![1];
    expect(policy).not.toMatch(/unsafe|blob:|data:|\*/);
    expect(readFileSync(CONFIG, 'utf8')).toContain(`"${policy}"`);
  });

  it.each(elements)('%s draws, and the browser refuses nothing', async (tag) => {
    const { page, problems } = await open(`csp/#${tag}.ts`);
    await expect.poll(() => page.evaluate(drawn, tag), { timeout: 10_000 }).toEqual({ empty: 0, text: true, failures: [] });
    expect(await refused(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });
});

/** What stands in an element: canvases of one colour (crosshairs are drawn over them, on others), whether there are words, and what it says has failed. Runs in the page. */
function drawn(tag: string): { empty: number; text: boolean; failures: string[] } {
  const inside = (root: Element | ShadowRoot): Element[] => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? inside(element.shadowRoot) : [])]);
  const element = document.querySelector(tag);
  const parts = element?.shadowRoot ? inside(element.shadowRoot) : [];
  const isEmpty = (canvas: HTMLCanvasElement) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
    copy.drawImage(canvas, 0, 0);
    const colors = new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return colors.every((color) => color === colors[0]);
  };
  const canvases = parts.filter((part): part is HTMLCanvasElement => part instanceof HTMLCanvasElement && !part.classList.contains('overlay') && part.checkVisibility() && part.width > 1 && part.height > 1);
  return {
    empty: canvases.filter(isEmpty).length,
    text: parts.some((part) => part.localName !== 'style' && part.childElementCount === 0 && part.textContent.trim() !== ''),
    failures: parts.filter((part) => part.part.contains('error')).map((part) => part.textContent),
  };
}
