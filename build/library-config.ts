import type { Plugin, UserConfig } from 'vite';
import { assemblyscript } from './assemblyscript.ts';
import { shaderMinify } from './shader-minify.ts';
import { slimTfjs } from './slim-tfjs.ts';
import { standaloneCode } from './standalone-code.ts';

/**
 * What every build that contains the library's sources needs: the library, the CDN file, the demo, the tests.
 * The worker is one file without chunks, so that bundlers which merely copy it still ship all of it.
 *
 * @param options.standalone Whether the map can be bundled into a string for the pages it exports; not in that bundle itself.
 */
export function libraryConfig({ standalone = true } = {}): Required<Pick<UserConfig, 'base' | 'worker'>> & { plugins: Plugin[] } {
  return {
    base: './',
    plugins: [assemblyscript(), shaderMinify(), ...(standalone ? [standaloneCode()] : [])],
    worker: {
      format: 'es',
      plugins: () => [slimTfjs(), assemblyscript(), shaderMinify()],
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  };
}
