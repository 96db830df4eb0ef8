import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { chromiumLaunch } from '../../test/harness/chromium.mjs';
import type { BenchApi } from '../page/main';
import { describeMachine, type Machine } from './machine';
import { peakMemoryDuring } from './process-memory';

const CONFIG = fileURLToPath(new URL('../vite.config.ts', import.meta.url));

type ArgumentsOf<Name extends keyof BenchApi> = Parameters<BenchApi[Name]>;
type Result<Name extends keyof BenchApi> = Awaited<ReturnType<BenchApi[Name]>>;

/** What a call gave, with the largest private memory of renderers and GPU process while it ran. */
export type Measured<Name extends keyof BenchApi> = Result<Name> & { peakBytes: number };

export interface BenchPage {
  machine: Machine;
  /**
   * Calls a function of `bench/page/main.ts` in a page that has done nothing yet, with the words in hand.
   * @throws where it takes longer than `limitMs`.
   */
  measure<Name extends keyof BenchApi>(name: Name, words: number, args: ArgumentsOf<Name>, limitMs?: number): Promise<Measured<Name>>;
}

/** A measurement was given up. */
export class TimeLimitError extends Error {
  constructor(readonly limitMs: number) {
    super(`Expected an end within ${limitMs / 1000} s.`);
  }
}

/** Builds the page of the benchmarks, serves it and opens it in a headless Chromium, anew for every measurement. */
export async function withBenchPage<Value>(work: (page: BenchPage) => Promise<Value>): Promise<Value> {
  await build({ configFile: CONFIG, logLevel: 'error' });
  const server = await preview({ configFile: CONFIG });
  const url = server.resolvedUrls!.local[0];
  const launch = await chromiumLaunch();
  try {
    const probe = await chromium.launch({ headless: true, ...launch });
    const machine = describeMachine(probe.version());
    await probe.close();
    return await work({
      machine,
      async measure(name, words, args, limitMs = Number.POSITIVE_INFINITY) {
        // A browser of its own: a page that is only loaded again may share its process, and its memory, with the one before.
        const browser = await chromium.launch({ headless: true, ...launch });
        try {
          const page = await openPage(await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' }), url);
          await page.evaluate((count) => window.bench.prepare(count), words);
          const { value, peakBytes } = await peakMemoryDuring(browser, () => within(limitMs, callIn(page, name, args)));
          return { ...value, peakBytes };
        } finally {
          await browser.close();
        }
      },
    });
  } finally {
    await server.close();
  }
}

async function openPage(page: Page, url: string): Promise<Page> {
  page.on('pageerror', (error) => console.error(`Page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`Page: ${message.text()}`);
  });
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in window);
  return page;
}

function within<Value>(limitMs: number, promise: Promise<Value>): Promise<Value> {
  if (limitMs === Number.POSITIVE_INFINITY) return promise;
  let timer: ReturnType<typeof setTimeout>;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError(limitMs)), limitMs);
  });
  // The browser is closed after the limit: that the call then fails is nothing new.
  promise.catch(() => {});
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

function callIn<Name extends keyof BenchApi>(page: Page, name: Name, args: ArgumentsOf<Name>): Promise<Result<Name>> {
  return page.evaluate(
    ([method, parameters]) => (window.bench[method] as (...values: unknown[]) => unknown)(...(parameters as unknown[])),
    [name, args] as const,
  ) as Promise<Result<Name>>;
}
