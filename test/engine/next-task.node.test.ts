import { afterEach, describe, expect, it, vi } from 'vitest';
import { nextTask, TaskSlicer } from '../../src/engine/next-task';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the next task', () => {
  it.each([['setImmediate', []], ['a message channel', ['setImmediate']], ['a timer', ['setImmediate', 'MessageChannel']]])('comes after every microtask, by %s', async (_name, missing) => {
    for (const name of missing) vi.stubGlobal(name, undefined);
    const order: string[] = [];
    const task = nextTask().then(() => order.push('task'));
    for (let i = 0; i < 50; i++) await Promise.resolve();
    order.push('microtasks');
    await task;
    expect(order).toEqual(['microtasks', 'task']);
  });
});

describe('a slicer', () => {
  it('is due once its budget is spent, counted from the last yield', async () => {
    let now = 1000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const slicer = new TaskSlicer(10);
    expect(slicer.due).toBe(false);
    now += 9;
    expect(slicer.due).toBe(false);
    now += 1;
    expect(slicer.due).toBe(true);
    await slicer.yield();
    expect(slicer.due).toBe(false);
    now += 10;
    expect(slicer.due).toBe(true);
  });
});
