import { defineConfig } from 'vite';
import { inlineAliases } from './build/inline-aliases.ts';
import { libraryConfig } from './build/library-config.ts';
import { litInNode } from './build/lit-in-node.ts';
import { slimTfjs } from './build/slim-tfjs.ts';

const shared = libraryConfig();

/** The CDN build: everything, dependencies and worker included, in the single ES module `dist/cdn.js`. */
export default defineConfig({
  ...shared,
  plugins: [slimTfjs(), ...shared.plugins, litInNode()],
  resolve: { alias: inlineAliases },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: false,
    lib: { entry: { cdn: 'src/cdn.ts' }, formats: ['es'] },
    rolldownOptions: { output: { entryFileNames: '[name].js', codeSplitting: false, minify: true } },
  },
});
