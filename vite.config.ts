import { defineConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { dropWorkerMaps } from './build/drop-worker-maps.ts';
import { ENTRIES } from './build/entries.ts';
import { libraryConfig } from './build/library-config.ts';
import { plainWorkerUrl } from './build/plain-worker-url.ts';

const runtime = Object.keys(packageJson.dependencies);

const shared = libraryConfig();

/**
 * The library build: one module per source, so that a user's bundler sees the parts and loads each with what needs it;
 * dependencies are left to that bundler, the workers are self-contained.
 */
export default defineConfig({
  ...shared,
  plugins: [...shared.plugins, plainWorkerUrl(), dropWorkerMaps()],
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
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: '[name].js',
      },
    },
  },
});
