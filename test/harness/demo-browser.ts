import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { ServedDemo } from '../../demo/scripts/serve-demo';
import { chromiumLaunch } from './chromium.mjs';
import { problemsOf } from './demo-page';
import { servedDemo } from './served-demo';

/** The build that a first test may wait for. */
const BUILD_MS = 300_000;

export interface DemoBrowser {
  /** Address of the playground, below a path of its own. */
  readonly url: string;
  /** A new page, which ends with the test, and what goes wrong on it. */
  open(options?: BrowserContextOptions): Promise<{ page: Page; problems: string[] }>;
}

/** Serves the playground and runs a browser for the tests of the file that calls this. */
export function demoBrowser(): DemoBrowser {
  let demo: ServedDemo;
  let browser: Browser;
  const pages: Page[] = [];
  beforeAll(async () => {
    demo = await servedDemo();
    browser = await chromium.launch(await chromiumLaunch());
  }, BUILD_MS);
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
  });
  return {
    get url() {
      return demo.url;
    },
    async open(options = {}) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en', ...options });
      pages.push(page);
      return { page, problems: problemsOf(page) };
    },
  };
}
