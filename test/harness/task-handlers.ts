import type { TaskScope } from '../../src/engine/tasks/messages';

/** Handlers for tests of the task worker: each shows one thing a handler may do. */
export function createTestHandlers() {
  let kept = 0;
  return {
    /** Keeps a sum between calls. */
    add: ({ amount }: { amount: number }) => (kept += amount),
    /** Works for so long without listening. */
    spin({ ms }: { ms: number }) {
      const start = performance.now();
      while (performance.now() - start < ms);
      return 'spun';
    },
    fail: () => {
      throw new RangeError('no such row');
    },
    async halves(_: object, scope: TaskScope) {
      scope.progress(0.5);
      await Promise.resolve();
      scope.progress(1);
    },
    /** Gives the bytes away. */
    bytes({ n }: { n: number }, scope: TaskScope) {
      const bytes = new Uint8Array(n).fill(7);
      scope.transfer(bytes.buffer);
      return bytes;
    },
  };
}

export type TestHandlers = ReturnType<typeof createTestHandlers>;
