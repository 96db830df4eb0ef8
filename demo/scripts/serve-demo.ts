import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { main as prepareData } from './prepare-words';

const CONFIG = fileURLToPath(new URL('../vite.config.ts', import.meta.url));

export interface ServedDemo {
  /** Address of the first page. */
  url: string;
  close(): Promise<void>;
}

/**
 * Builds the playground into `outDir` and serves it on a free port, below `path` (`/` or `/some/path/`):
 * the same files work under any.
 */
export async function serveDemo(outDir: string, path = '/'): Promise<ServedDemo> {
  await prepareData([]);
  await build({ configFile: CONFIG, logLevel: 'error', build: { outDir } });
  const server = await preview({ configFile: CONFIG, logLevel: 'error', base: path, build: { outDir }, preview: { port: 0, strictPort: true } });
  return { url: server.resolvedUrls!.local[0], close: () => server.close() };
}
