import { afterEach, describe, expect, test } from 'vitest';
import { TaskWorker } from '../../../src/engine/tasks/task-worker';
import { createTestHandlers, type TestHandlers } from '../../harness/task-handlers';
import { describeTaskWorker } from './task-worker-specification';

const createWorker = () => new Worker(new URL('../../harness/test-task-worker.ts', import.meta.url), { type: 'module' });

describeTaskWorker('worker', createWorker);

describe('a computation that does not end', () => {
  const worker = new TaskWorker<TestHandlers>({ createWorker, loadHandlers: async () => createTestHandlers() });
  afterEach(() => worker.dispose());

  test('is ended by its time limit or its signal, and the next call finds a new worker', async () => {
    expect(await worker.call('add', { amount: 1 })).toBe(1);

    const late = worker.call('spin', { ms: 60_000 }, { timeoutMs: 50 });
    const after = worker.call('add', { amount: 5 });
    await expect(late).rejects.toMatchObject({ code: 'timeout', expected: 'an answer within 50 ms' });
    expect(await after).toBe(5);
    expect(worker.generation).toBe(1);

    const abort = new AbortController();
    const unwanted = worker.call('spin', { ms: 60_000 }, { signal: abort.signal });
    setTimeout(() => abort.abort(), 50);
    await expect(unwanted).rejects.toMatchObject({ code: 'aborted' });
    expect(await worker.call('add', { amount: 7 })).toBe(7);
    expect(worker.generation).toBe(2);
  });
});

test('a worker file that cannot be loaded gives way to handlers in the page', async () => {
  const worker = new TaskWorker<TestHandlers>({
    createWorker: () => new Worker(new URL('/no-such-worker.js', location.href), { type: 'module' }),
    loadHandlers: async () => createTestHandlers(),
  });
  expect(await worker.call('add', { amount: 4 })).toBe(4);
  expect(worker.where).toBe('inline');
  worker.dispose();
});
