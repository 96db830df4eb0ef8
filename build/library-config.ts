import type { Plugin, UserConfig } from 'vite';
import { assemblyscript } from './assemblyscript.ts';
import { shaderMinify } from './shader-minify.ts';
import { slimTfjs } from './slim-tfjs.ts';

/**
 * What every build that contains the library's sources needs: the library, the CDN file, the demo, the tests.
 * The worker is one file without chunks, so that bundlers which merely copy it still ship all of it.
 */
export function libraryConfig(): Required<Pick<UserConfig, 'base' | 'worker'>> & { plugins: Plugin[] } {
  return {
    base: './',
    plugins: [assemblyscript(), shaderMinify()],
    worker: {
      format: 'es',
      plugins: () => [slimTfjs(), assemblyscript(), shaderMinify()],
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  };
}
