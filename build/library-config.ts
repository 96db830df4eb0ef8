import type { Plugin, UserConfig } from 'vite';
import { assemblyscript } from './assemblyscript.ts';
import { shaderMinify } from './shader-minify.ts';
import { slimTfjs } from './slim-tfjs.ts';
import { standaloneCode } from './standalone-code.ts';

/** What is common to every build of the library's sources. */
type LibraryConfig = Required<Pick<UserConfig, 'base' | 'worker'>> & { plugins: Plugin[] };

/**
 * What every build that contains the library's sources needs: the library, the CDN file, the demo, the tests.
 * The worker is one file without chunks, so that bundlers which merely copy it still ship all of it.
 */
export function libraryConfig(): LibraryConfig {
  const shared: LibraryConfig = {
    base: './',
    plugins: [assemblyscript(), shaderMinify()],
    worker: {
      format: 'es',
      plugins: () => [slimTfjs(), assemblyscript(), shaderMinify()],
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  };
  return { ...shared, plugins: [...shared.plugins, standaloneCode(shared)] };
}
