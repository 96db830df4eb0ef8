import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { libraryConfig } from '../build/library-config.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

// Threads in WebAssembly need shared memory, which a page has only when it is isolated.
const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** The page the benchmarks run in: ours and the peers, built as a user's page would be. */
export default defineConfig({
  ...libraryConfig(),
  // What of embedding-atlas is measured works without Mosaic, which it imports all the same.
  resolve: { alias: [{ find: /^@uwdata\/.*/, replacement: path('page/drawings/no-mosaic.ts') }] },
  root: path('page'),
  appType: 'mpa',
  publicDir: path('../.cache/bench-data'),
  build: { outDir: path('../.cache/bench'), emptyOutDir: true, target: 'es2022' },
  preview: { port: 0, headers },
});
