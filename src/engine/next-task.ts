/**
 * Resolves in a task of its own, so that messages, input and painting come through between two slices of work.
 * A message channel is used where there is one: nested timers wait 4 ms and are throttled in hidden tabs.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { setImmediate } = globalThis as { setImmediate?: (task: () => void) => void };
    if (setImmediate !== undefined) setImmediate(resolve);
    else if (typeof MessageChannel === 'function') {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    } else setTimeout(resolve, 0);
  });
}

/** Yields to the event loop whenever more than `budgetMs` have passed since the last yield. */
export class TaskSlicer {
  #start = performance.now();

  constructor(private readonly budgetMs: number) {}

  get due(): boolean {
    return performance.now() - this.#start >= this.budgetMs;
  }

  async yield(): Promise<void> {
    await nextTask();
    this.#start = performance.now();
  }
}
