import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { main as prepareData } from './prepare';

const CONFIG = fileURLToPath(new URL('../vite.config.ts', import.meta.url));

export interface ServedDemo {
  /** Address of the first page. */
  url: string;
  close(): Promise<void>;
}

/** Prepares the data and builds the playground into `outDir`. */
export async function buildDemo(outDir: string): Promise<void> {
  await prepareData([]);
  // A test runner sets NODE_ENV=test, by which vite would take the packages' development builds.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({ configFile: CONFIG, logLevel: 'error', build: { outDir } });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Serves what was built on a free port, below `path` (`/` or `/some/path/`): the same files work under any. */
export async function previewDemo(outDir: string, path = '/'): Promise<ServedDemo> {
  const server = await preview({ configFile: CONFIG, logLevel: 'error', base: path, build: { outDir }, preview: { port: 0, strictPort: true } });
  return { url: server.resolvedUrls!.local[0], close: () => server.close() };
}

/** Builds the playground into `outDir` and serves it. */
export async function serveDemo(outDir: string, path = '/'): Promise<ServedDemo> {
  await buildDemo(outDir);
  return previewDemo(outDir, path);
}
