import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Replaces `@tensorflow/tfjs-core` by `build/tfjs-core.js` in bundles that carry tfjs with them. */
export function slimTfjs(): Plugin {
  const replacement = fileURLToPath(new URL('tfjs-core.js', import.meta.url));
  return {
    name: 'slim-tfjs',
    enforce: 'pre',
    resolveId: (id) => (id === '@tensorflow/tfjs-core' ? replacement : null),
  };
}
