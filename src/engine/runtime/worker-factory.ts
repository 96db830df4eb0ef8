/**
 * Starts the engine's module worker from its own file.
 *
 * The expression must stay literally `new Worker(new URL(…, import.meta.url), …)`: that is what this
 * package's build and the bundlers of its users recognise. The published worker file is self-contained.
 * The one-file CDN build replaces this module by `worker-factory.inline.ts`.
 *
 * @throws where workers are missing, or where the page's policy or origin forbids the file.
 */
export function createEngineWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'flair-visual' });
}
