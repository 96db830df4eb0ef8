import InlineWorker from './graphics-worker.ts?worker&inline';

/** Starts the worker that waits for the graphics process from a Blob of its own source: the form of the one-file CDN build. */
export function createGraphicsWorker(): Worker {
  return new InlineWorker({ name: 'flair-visual graphics' });
}
