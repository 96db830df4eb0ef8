import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Modules of tfjs that stand for smaller ones here. */
const REPLACED: Record<string, string> = {
  '@tensorflow/tfjs-core': path('tfjs-core.js'),
  '@tensorflow/tfjs-backend-cpu/dist/shared': path('tfjs-cpu-shared.js'),
  '../io/indexed_db': path('tfjs-unused.js'),
  '../io/local_storage': path('tfjs-unused.js'),
  long: path('tfjs-unused.js'),
};

/** Parts of tfjs-core that register themselves when loaded: loading and saving of models. */
const SELF_REGISTERING = /tfjs-core[\\/]dist[\\/]io[\\/]/;

/** `const { f } = backend_util`: taken apart like this, a namespace is kept whole. */
const TAKEN_APART = /const \{ (\w+) \} = backend_util;/;

/** Workers of the playground run whole models: they need what the library leaves out. */
const PLAYGROUND = normalizePath(path('../demo/'));

/**
 * Leaves out of our own bundles what of tfjs no kernel of ours can reach: its optimizers, its model formats and the CPU
 * versions of its own operations. A third of the worker was theirs.
 */
export function slimTfjs(): Plugin {
  let active = true;
  return {
    name: 'slim-tfjs',
    enforce: 'pre',
    buildStart({ input }) {
      active = !(Array.isArray(input) ? input : Object.values(input)).some((entry) => normalizePath(entry).startsWith(PLAYGROUND));
    },
    async resolveId(id, importer) {
      if (!active) return null;
      const replacement = REPLACED[id];
      if (replacement !== undefined) return replacement;
      if (importer === undefined || !importer.includes('tfjs-core')) return null;
      const resolved = await this.resolve(id, importer, { skipSelf: true });
      return resolved !== null && SELF_REGISTERING.test(resolved.id) ? { ...resolved, moduleSideEffects: false } : resolved;
    },
    transform(code, id) {
      if (!active || !id.includes('tfjs-backend-webgl') || !TAKEN_APART.test(code)) return undefined;
      return { code: code.replace(TAKEN_APART, 'const $1 = backend_util.$1;'), map: null };
    },
  };
}
