import InlineWorker from './tasks-worker.ts?worker&inline';

/** Starts the module worker for tasks from a Blob of its own source: the form of the one-file CDN build. */
export function createTaskWorker(): Worker {
  return new InlineWorker({ name: 'flair-visual tasks' });
}
