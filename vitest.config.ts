import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { libraryConfig } from './build/library-config.ts';
import { bareImports } from './build/module-imports.ts';
import { chromiumLaunch } from './test/harness/chromium.mjs';
import { LastInLine } from './test/harness/last-in-line.ts';

const directory = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Everything the browser tests import from packages, read from the sources: what vite meets only while a test
 * runs it optimises on the spot and reloads the page, which fails that test.
 */
const browserPackages = [...new Set([
  ...bareImports(directory('src')),
  ...bareImports(directory('test'), (path) => !path.endsWith('.node.test.ts')),
])].filter((specifier) => !/^(?:vitest|playwright|@vitest)(?:\/|$)/.test(specifier));

export default defineConfig({
  test: {
    sequence: { sequencer: LastInLine },
    reporters: process.env.VITEST_JSON ? ['default', 'json'] : ['default'],
    outputFile: process.env.VITEST_JSON ? { json: process.env.VITEST_JSON } : {},
    projects: [
      {
        ...libraryConfig(),
        test: {
          name: 'node',
          environment: 'node',
          // Threads end with the run, whatever they do; a forked process that loops outlives it.
          pool: 'threads',
          // Both cores: many of these tests wait, for a build, a browser of their own, a server.
          maxWorkers: 2,
          globalSetup: 'test/harness/build-demo-ahead.ts',
          include: ['test/**/*.node.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        ...libraryConfig(),
        optimizeDeps: { include: browserPackages },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // The software GPU fills the cores: files that run side by side only slow each other down.
          fileParallelism: false,
          // After the tests in Node: a browser that shares the cores with them is late.
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
            viewport: { width: 1024, height: 768 },
          },
        },
      },
    ],
  },
});
