import type { Plugin } from 'vite';

const NESTED = /new URL\(\s*(?:\/\*[^*]*\*\/\s*)?(?:""\s*\+\s*)?new URL\(("[^"]+"), import\.meta\.url\)\.href,\s*""\s*\+\s*import\.meta\.url\s*\)/g;

/**
 * Writes the worker's address as `new URL("…", import.meta.url)`. vite nests two URLs to hide the expression
 * from its own asset scan; the bundlers of this package's users recognise only the plain form.
 */
export function plainWorkerUrl(): Plugin {
  return {
    name: 'flair-visual:plain-worker-url',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') output.code = output.code.replaceAll(NESTED, 'new URL($1, import.meta.url)');
      }
    },
  };
}
