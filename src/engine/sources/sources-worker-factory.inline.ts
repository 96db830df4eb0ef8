import InlineWorker from './sources-worker.ts?worker&inline';

/** Starts the module worker that reads files from a Blob of its own source: the form of the one-file CDN build. */
export function createSourcesWorker(): Worker {
  return new InlineWorker({ name: 'flair-visual files' });
}
