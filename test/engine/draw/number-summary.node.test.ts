import { describe, expect, test } from 'vitest';
import { countBelow, countThrough, quantileOf, summarizeNumbers } from '../../../src/engine/draw/number-summary';
import { createRandom } from '../../../src/engine/random';

describe('the numbers of a column', () => {
  test.each([0, 1, 5, 16_384, 16_385, 100_003])('are all there in order: %i values', async (n) => {
    const random = createRandom(n);
    const column = Float32Array.from({ length: n }, () => Math.round(1000 * random()) - 500);
    const { sorted, missing } = await summarizeNumbers(column);
    expect(missing).toBe(0);
    expect(sorted).toEqual(column.slice().sort());
  });

  test('leave out what is no finite number', async () => {
    const { sorted, missing } = await summarizeNumbers([3, null, '7', NaN, -1, Infinity, '', 2.5]);
    expect([...sorted]).toEqual([-1, 2.5, 3]);
    expect(missing).toBe(5);
  });

  test('keep the precision of plain numbers', async () => {
    expect((await summarizeNumbers([16_777_217, 0.1])).sorted).toEqual(Float64Array.of(0.1, 16_777_217));
  });

  test('are counted below and through a value, and read at a share', () => {
    const sorted = [1, 2, 2, 2, 5];
    expect([0, 1, 2, 3, 9].map((value) => countBelow(sorted, value))).toEqual([0, 0, 1, 4, 5]);
    expect([0, 1, 2, 3, 9].map((value) => countThrough(sorted, value))).toEqual([0, 1, 4, 4, 5]);
    expect([0, 0.25, 0.875, 1, 2].map((share) => quantileOf(sorted, share))).toEqual([1, 2, 3.5, 5, 5]);
    expect(quantileOf([], 0.5)).toBeNaN();
  });
});
