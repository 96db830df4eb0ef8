import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';

/** What the opening of a page cost; times in ms since its navigation began. */
export interface PageLoad {
  firstPaintMs: number;
  firstContentfulPaintMs: number;
  largestContentfulPaintMs: number;
  /** Points have their places and a canvas to be drawn in, two frames later; NaN where the page shows no map by itself. */
  mapMs: number;
  /** Tasks of the main thread over 50 ms, and the longest of them (0: none). */
  longTasks: number;
  longestTaskMs: number;
  requests: number;
  /** Gzip of all scripts and styles, and of all else, as a server sends them that compresses. */
  codeBytes: number;
  dataBytes: number;
}

/** What the page notes of itself. */
interface Noted {
  paints: Record<string, number>;
  largest: number;
  tasks: number[];
  map: number;
}

/** Measures a page for so long after its map, or after its load where it has none. */
const AFTER_MS = 2_000;
const LIMIT_MS = 30_000;

/** Opens a page in a context that has nothing in its cache. */
export async function measurePageLoad(browser: Browser, url: string): Promise<PageLoad> {
  // A service worker would fetch everything again, in the background.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const bodies: Promise<[type: string, bytes: number]>[] = [];
    page.on('response', (response) => bodies.push(response.body().then((body) => [response.request().resourceType(), gzipSync(body).length], () => ['none', 0])));
    await page.addInitScript(note);
    await page.goto(url, { waitUntil: 'load' });
    if (await page.locator('fv-embedding-map[autorun]').count()) await page.waitForFunction(() => (window as unknown as { noted: Noted }).noted.map > 0, undefined, { timeout: LIMIT_MS }).catch(() => undefined);
    await page.waitForTimeout(AFTER_MS);
    const { paints, largest, tasks, map } = await page.evaluate(() => (window as unknown as { noted: Noted }).noted);
    const files = await Promise.all(bodies);
    const bytes = (code: boolean) => files.filter(([type]) => code === ['script', 'stylesheet', 'document'].includes(type)).reduce((sum, [, size]) => sum + size, 0);
    return {
      firstPaintMs: paints['first-paint'], firstContentfulPaintMs: paints['first-contentful-paint'], largestContentfulPaintMs: largest, mapMs: map || Number.NaN,
      longTasks: tasks.length, longestTaskMs: Math.max(0, ...tasks), requests: files.length, codeBytes: bytes(true), dataBytes: bytes(false),
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before its own scripts. */
function note(): void {
  const noted: Noted = { paints: {}, largest: Number.NaN, tasks: [], map: 0 };
  Object.assign(window, { noted });
  const observe = (type: string, each: (entry: PerformanceEntry) => void) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe('paint', ({ name, startTime }) => (noted.paints[name] = startTime));
  observe('largest-contentful-paint', ({ startTime }) => (noted.largest = startTime));
  observe('longtask', ({ duration }) => noted.tasks.push(duration));
  const look = () => {
    const map = document.querySelector('fv-embedding-map') as (Element & { positions?: Float32Array | null }) | null;
    if (map?.positions?.length && map.shadowRoot?.querySelector('canvas')) requestAnimationFrame(() => requestAnimationFrame(() => (noted.map = performance.now())));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
