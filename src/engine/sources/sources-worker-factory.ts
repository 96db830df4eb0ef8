/**
 * Starts the module worker that reads files from its own file; see `runtime/worker-factory.ts` for the form of the
 * expression. The one-file CDN build replaces this module by `sources-worker-factory.inline.ts`.
 *
 * @throws where workers are missing, or where the page's policy or origin forbids the file.
 */
export function createSourcesWorker(): Worker {
  return new Worker(new URL('./sources-worker.ts', import.meta.url), { type: 'module', name: 'flair-visual files' });
}
