import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { libraryConfig } from './build/library-config.ts';
import { litInNode } from './build/lit-in-node.ts';
import { slimTfjs } from './build/slim-tfjs.ts';

const shared = libraryConfig();

/** The CDN build: everything, dependencies and worker included, in the single ES module `dist/cdn.js`. */
export default defineConfig({
  ...shared,
  plugins: [slimTfjs(), ...shared.plugins, litInNode()],
  resolve: {
    alias: [{
      find: /^\.{1,2}\/(?:.*\/)?worker-factory$/,
      replacement: fileURLToPath(new URL('src/engine/runtime/worker-factory.inline.ts', import.meta.url)),
    }],
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
