import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { libraryConfig } from './build/library-config.ts';
import { litInNode } from './build/lit-in-node.ts';
import { slimTfjs } from './build/slim-tfjs.ts';

const shared = libraryConfig();

/** Puts `<path>.inline.ts` in the place of `<path>.ts`, by its file name. */
const inlined = (path: string) => ({
  find: new RegExp(String.raw`^\.{1,2}/(?:.*/)?${basename(path)}$`),
  replacement: fileURLToPath(new URL(`${path}.inline.ts`, import.meta.url)),
});

/** The CDN build: everything, dependencies and worker included, in the single ES module `dist/cdn.js`. */
export default defineConfig({
  ...shared,
  plugins: [slimTfjs(), ...shared.plugins, litInNode()],
  resolve: {
    alias: [inlined('src/engine/runtime/worker-factory'), inlined('src/engine/tasks/task-worker-factory')],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: false,
    lib: { entry: { cdn: 'src/cdn.ts' }, formats: ['es'] },
    rolldownOptions: { output: { entryFileNames: '[name].js', codeSplitting: false, minify: true } },
  },
});
