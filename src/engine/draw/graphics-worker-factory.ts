/**
 * Starts the worker that waits for the graphics process, from its own file, which a strict Content-Security-Policy allows; see
 * `runtime/worker-factory.ts` for the form of the expression. The one-file CDN build replaces this module by
 * `graphics-worker-factory.inline.ts`.
 *
 * @throws where workers are missing, or where the page's policy or origin forbids the file.
 */
export function createGraphicsWorker(): Worker {
  return new Worker(new URL('./graphics-worker.ts', import.meta.url), { type: 'module', name: 'flair-visual graphics' });
}
