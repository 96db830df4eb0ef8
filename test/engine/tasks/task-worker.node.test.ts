import { expect, test } from 'vitest';
import { TaskWorker } from '../../../src/engine/tasks/task-worker';
import { describeTaskWorker } from './task-worker-specification';

describeTaskWorker('inline', () => {
  throw new ReferenceError('Worker is not defined');
});

test('handlers that cannot be loaded reject the call, and are asked for again by the next', async () => {
  let loads = 0;
  const worker = new TaskWorker<{ one: () => number }>({
    createWorker: () => {
      throw new ReferenceError('Worker is not defined');
    },
    loadHandlers: async () => {
      if (++loads === 1) throw new TypeError('offline');
      return { one: () => 1 };
    },
  });
  await expect(worker.call('one', undefined)).rejects.toMatchObject({ received: 'TypeError: offline' });
  expect(await worker.call('one', undefined)).toBe(1);
});
