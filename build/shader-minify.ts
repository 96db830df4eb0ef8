import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const SHADER = /\.(?:wgsl|glsl|vert|frag)\?raw$/;

/**
 * A shader without comments, indentation and blank lines. Line breaks stay: GLSL's preprocessor needs them,
 * and a driver's error message still names a line a person can find.
 */
export function minifyShader(source: string): string {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/\/\/.*$/gm, '')
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '')
    .join('\n');
}

/** Minifies `*.wgsl?raw`, `*.glsl?raw`, `*.vert?raw` and `*.frag?raw` in production builds. */
export function shaderMinify(): Plugin {
  return {
    name: 'flair-visual:shader-minify',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!SHADER.test(id)) return undefined;
      const file = id.replace(/\?raw$/, '');
      this.addWatchFile(file);
      return { code: `export default ${JSON.stringify(minifyShader(await readFile(file, 'utf8')))};`, map: null, moduleType: 'js' };
    },
  };
}
