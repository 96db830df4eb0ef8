import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { libraryConfig } from '../build/library-config.ts';
import { pageShell } from './scripts/page-shell.ts';
import { serviceWorker } from './scripts/service-worker.ts';
import { themeStyles } from './scripts/theme-styles.ts';
import { PAGES } from './shared/pages.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const library = libraryConfig();

/** The playground: a static site in `dist-demo`, one HTML file a page, that works from any sub-path. */
export default defineConfig({
  ...library,
  plugins: [...library.plugins, pageShell(), themeStyles(), serviceWorker(path('../.cache/demo'))],
  root: path('.'),
  // The samples on the pages import the library by its name, as a page of another project does.
  resolve: {
    alias: [
      { find: /^flair-visual$/, replacement: path('../src/index.ts') },
      { find: /^flair-visual\/engine$/, replacement: path('../src/engine/index.ts') },
      { find: /^flair-visual\/formats$/, replacement: path('../src/engine/formats/index.ts') },
      { find: /^flair-visual\/define$/, replacement: path('../src/define.ts') },
      { find: /^flair-visual\/define\/(.+)$/, replacement: path('../src/define/$1.ts') },
    ],
  },
  // A missing file is a 404, not the first page with status 200.
  appType: 'mpa',
  publicDir: path('../.cache/demo'),
  build: {
    outDir: path('../dist-demo'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: PAGES.map(({ href }) => path(href)) },
  },
  // Only workers import them: the development server would meet them late, and reload the page.
  optimizeDeps: { include: ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'] },
  server: { port: 5173 },
  preview: { port: 4173 },
});
