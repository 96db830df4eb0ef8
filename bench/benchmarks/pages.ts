import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { serveDemo } from '../../demo/scripts/serve-demo';
import { PAGES } from '../../demo/shared/pages';
import { chromiumLaunch } from '../../test/harness/chromium.mjs';
import { median, parseCounts, parseNames, type Benchmark } from '../lib/benchmark';
import { describeMachine, machineLine } from '../lib/machine';
import { measurePageLoad, type PageLoad } from '../lib/page-load';
import { formatTable, milliseconds, taskLength } from '../lib/table';

const OUT = fileURLToPath(new URL('../../.cache/bench-pages', import.meta.url));

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KiB`;

export const pages: Benchmark = {
  usage: '[--pages all] [--runs 3]',
  about: 'First load of each page of the playground, built and served by vite preview, each run in a fresh browser context at 1280 × 800: medians.',
  async run(args) {
    const { values } = parseArgs({ args, options: { pages: { type: 'string', default: 'all' }, runs: { type: 'string', default: '3' } } });
    const names = parseNames(values.pages, PAGES.map(({ href }) => href.replace('.html', '')), 'pages');
    const [runs] = parseCounts(values.runs, 'runs');
    const demo = await serveDemo(OUT);
    const browser = await chromium.launch({ headless: true, ...(await chromiumLaunch()) });
    try {
      const machine = describeMachine(browser.version());
      console.log(machineLine(machine));
      // What the browser does once for all pages is none of theirs.
      await measurePageLoad(browser, demo.url);
      const rows: { page: string; loads: PageLoad[] }[] = names.map((page) => ({ page, loads: [] }));
      for (let run = 0; run < runs; run++) for (const row of rows) row.loads.push(await measurePageLoad(browser, `${demo.url}${row.page}.html`));
      console.log(`\n${formatTable(
        ['page', 'first paint', 'contentful', 'largest', 'map', 'tasks > 50 ms', 'longest', 'requests', 'code', 'data'],
        rows.map(({ page, loads }) => {
          const middle = (of: (load: PageLoad) => number) => median(loads.map(of));
          return [
            page, milliseconds(middle((load) => load.firstPaintMs)), milliseconds(middle((load) => load.firstContentfulPaintMs)), milliseconds(middle((load) => load.largestContentfulPaintMs)),
            milliseconds(middle((load) => load.mapMs)), String(middle((load) => load.longTasks)), taskLength(middle((load) => load.longestTaskMs)), String(middle((load) => load.requests)),
            kilobytes(middle((load) => load.codeBytes)), kilobytes(middle((load) => load.dataBytes)),
          ];
        }),
      )}`);
      return { machine, runs, rows };
    } finally {
      await browser.close();
      await demo.close();
    }
  },
};
