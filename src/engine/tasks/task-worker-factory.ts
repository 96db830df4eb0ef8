/**
 * Starts the module worker for tasks from its own file; see `runtime/worker-factory.ts` for the form of the expression.
 * The one-file CDN build replaces this module by `task-worker-factory.inline.ts`.
 *
 * @throws where workers are missing, or where the page's policy or origin forbids the file.
 */
export function createTaskWorker(): Worker {
  return new Worker(new URL('./tasks-worker.ts', import.meta.url), { type: 'module', name: 'flair-visual tasks' });
}
