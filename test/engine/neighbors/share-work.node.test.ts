import { describe, expect, it } from 'vitest';
import { nextTask } from '../../../src/engine/next-task';
import { shareWork } from '../../../src/engine/neighbors';

const UNITS = Array.from({ length: 20 }, (_, unit) => unit);

/** Does units after a while, and says which in `done`; from unit `failsAfter` of its own on it rejects. */
function worker(done: number[], failsAfter = Infinity) {
  return async (unit: number) => {
    await nextTask();
    if (done.length >= failsAfter) throw new Error('gone');
    done.push(unit);
  };
}

const sorted = (units: number[]) => [...units].sort((a, b) => a - b);

describe('shared work', () => {
  it('is done once, in order where one works alone', async () => {
    const own: number[] = [];
    expect(await shareWork(UNITS, worker(own), [])).toEqual([]);
    expect(own).toEqual(UNITS);
  });

  it('is done once by several', async () => {
    const [own, first, second]: number[][] = [[], [], []];
    expect(await shareWork(UNITS, worker(own), [worker(first), worker(second)])).toEqual([false, false]);
    expect(sorted([...own, ...first, ...second])).toEqual(UNITS);
    for (const part of [own, first, second]) expect(part.length).toBeGreaterThan(1);
  });

  it('of a helper that fails goes to the others', async () => {
    const [own, first]: number[][] = [[], []];
    expect(await shareWork(UNITS, worker(own), [worker(first, 3)])).toEqual([true]);
    expect(first).toHaveLength(3);
    expect(sorted([...own, ...first])).toEqual(UNITS);
  });

  it('is all done again where the helper kept its results', async () => {
    const [own, first]: number[][] = [[], []];
    await shareWork(UNITS, worker(own), [worker(first, 3)], true);
    expect(sorted(own)).toEqual(UNITS);
  });

  it('ends when this thread fails, and no helper gets more', async () => {
    const [own, first]: number[][] = [[], []];
    await expect(shareWork(UNITS, worker(own, 2), [worker(first)])).rejects.toThrow('gone');
    const soFar = first.length;
    for (let i = 0; i < 5; i++) await nextTask();
    expect(first.length).toBeLessThanOrEqual(soFar + 1);
  });
});
