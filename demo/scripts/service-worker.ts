import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SOURCE = fileURLToPath(new URL('../shared/service-worker.js', import.meta.url));

/** Names and sizes of all files below `directory`, in order; none where it is missing. */
function listing(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort().map((path) => `${path} ${statSync(join(directory, path)).size}`);
  } catch {
    return [];
  }
}

/** Writes the site's service worker, whose version is made of the names of the built files and of those in `data`, with their sizes. */
export function serviceWorker(data: string): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const version = createHash('sha256').update(JSON.stringify([Object.keys(bundle).sort(), listing(data)])).digest('hex').slice(0, 12);
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: readFileSync(SOURCE, 'utf8').replace('{version}', version) });
    },
  };
}
