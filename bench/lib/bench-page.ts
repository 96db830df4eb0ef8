import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { main as prepareData } from '../../demo/scripts/prepare-words';
import { chromiumLaunch } from '../../test/harness/chromium.mjs';
import type { BenchApi } from '../page/main';
import { describeMachine, type Machine } from './machine';

const CONFIG = fileURLToPath(new URL('../vite.config.ts', import.meta.url));

export interface BenchPage {
  machine: Machine;
  /** Calls a function of `bench/page/main.ts` in the page. */
  call<Name extends keyof BenchApi>(name: Name, ...args: Parameters<BenchApi[Name]>): Promise<Awaited<ReturnType<BenchApi[Name]>>>;
}

/** Builds the page of the benchmarks, serves it, opens it in a headless Chromium and gives it to `measure`. */
export async function withBenchPage<Result>(words: number, measure: (page: BenchPage) => Promise<Result>): Promise<Result> {
  await prepareData(['--words', String(words)]);
  await build({ configFile: CONFIG, logLevel: 'error' });
  const server = await preview({ configFile: CONFIG });
  try {
    const browser = await chromium.launch({ headless: true, ...(await chromiumLaunch()) });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.on('pageerror', (error) => console.error(`Page error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') console.error(`Page: ${message.text()}`);
      });
      await page.goto(server.resolvedUrls!.local[0]);
      await page.waitForFunction(() => 'bench' in window);
      return await measure({ machine: describeMachine(browser.version()), call: (name, ...args) => callIn(page, name, args) });
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

function callIn<Name extends keyof BenchApi>(page: Page, name: Name, args: Parameters<BenchApi[Name]>): Promise<Awaited<ReturnType<BenchApi[Name]>>> {
  return page.evaluate(
    ([method, parameters]) => (window.bench[method] as (...values: unknown[]) => unknown)(...(parameters as unknown[])),
    [name, args] as const,
  ) as Promise<Awaited<ReturnType<BenchApi[Name]>>>;
}
