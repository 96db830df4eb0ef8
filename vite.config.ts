import { defineConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { ENTRIES } from './build/entries.ts';
import { libraryConfig } from './build/library-config.ts';
import { plainWorkerUrl } from './build/plain-worker-url.ts';

const runtime = Object.keys(packageJson.dependencies);

const shared = libraryConfig();

/** The library build: one ES module per entry, dependencies left to the user's bundler, the worker self-contained. */
export default defineConfig({
  ...shared,
  plugins: [...shared.plugins, plainWorkerUrl()],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    minify: false,
    lib: { entry: { ...ENTRIES }, formats: ['es'] },
    rolldownOptions: {
      external: (id) => runtime.some((name) => id === name || id.startsWith(`${name}/`)),
      output: {
        entryFileNames: '[name].js',
        // A registration that several entries share must stay where package.json#sideEffects names it.
        chunkFileNames: ({ name }) => `${name === 'define' ? 'define' : 'chunks'}/[name]-[hash].js`,
        // Of the engine's index a map's first load takes much; the client of the task worker comes with the first tool that needs it.
        codeSplitting: {
          groups: [
            { name: 'engine-base', test: /\/src\/engine\/(?!index)[a-z-]+\.ts$/, priority: 2 },
            { name: 'engine-tasks', test: /\/src\/engine\/tasks\/(?!handlers|index)[a-z-]+\.ts$/, priority: 1 },
          ],
        },
      },
    },
  },
});
