import InlineWorker from './worker.ts?worker&inline';

/**
 * Starts the engine's module worker from a Blob of its own source: the form of the one-file CDN build,
 * which is mostly loaded from another origin, where a worker may not be started from a URL.
 *
 * @throws where workers are missing, or where the page's policy forbids `blob:` workers.
 */
export function createEngineWorker(): Worker {
  return new InlineWorker({ name: 'flair-visual' });
}
