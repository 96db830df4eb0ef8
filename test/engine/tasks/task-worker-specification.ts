import { afterEach, describe, expect, test } from 'vitest';
import { FvError } from '../../../src/engine/errors';
import { TaskWorker } from '../../../src/engine/tasks/task-worker';
import { createTestHandlers, type TestHandlers } from '../../harness/task-handlers';

/** What a task worker does, wherever its handlers work. */
export function describeTaskWorker(where: 'worker' | 'inline', createWorker: () => Worker): void {
  describe(`a task worker, ${where}`, () => {
    let worker: TaskWorker<TestHandlers>;
    const open = () => (worker = new TaskWorker<TestHandlers>({ createWorker, loadHandlers: async () => createTestHandlers() }));
    afterEach(() => worker.dispose());

    test('answers one call after the other and keeps what handlers keep', async () => {
      open();
      expect(worker.where).toBeNull();
      expect(await Promise.all([worker.call('add', { amount: 2 }), worker.call('add', { amount: 3 })])).toEqual([2, 5]);
      expect(worker.where).toBe(where);
      expect(worker.generation).toBe(0);
    });

    test('rejects with what the handler threw, and goes on', async () => {
      open();
      await expect(worker.call('fail', undefined)).rejects.toMatchObject({ code: 'internal', received: 'RangeError: no such row' });
      expect(await worker.call('add', { amount: 1 })).toBe(1);
    });

    test('tells the share done', async () => {
      open();
      const shares: number[] = [];
      await worker.call('halves', {}, { onProgress: (share) => shares.push(share) });
      expect(shares).toEqual([0.5, 1]);
    });

    test('answers with arrays', async () => {
      open();
      expect(await worker.call('bytes', { n: 3 })).toEqual(Uint8Array.of(7, 7, 7));
    });

    test('drops a call that is aborted while it waits; the one before it is none the worse', async () => {
      open();
      const abort = new AbortController();
      const first = worker.call('add', { amount: 1 });
      const second = worker.call('add', { amount: 10 }, { signal: abort.signal });
      abort.abort();
      await expect(second).rejects.toMatchObject({ code: 'aborted' });
      expect(await first).toBe(1);
      expect(await worker.call('add', { amount: 1 })).toBe(2);
      await expect(worker.call('add', { amount: 1 }, { signal: abort.signal })).rejects.toBeInstanceOf(FvError);
    });

    test('rejects every call when it is stopped, and starts anew with the next', async () => {
      open();
      expect(await worker.call('add', { amount: 1 })).toBe(1);
      const calls = [worker.call('add', { amount: 1 }), worker.call('add', { amount: 1 })];
      worker.stop();
      for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'aborted' });
      expect(await worker.call('add', { amount: 3 })).toBe(3);
      expect(worker.generation).toBe(1);
    });

    test('rejects every call when it is disposed', async () => {
      open();
      const calls = [worker.call('add', { amount: 1 }), worker.call('add', { amount: 1 })];
      worker.dispose();
      for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'aborted' });
      await expect(worker.call('add', { amount: 1 })).rejects.toMatchObject({ code: 'aborted' });
    });
  });
}
