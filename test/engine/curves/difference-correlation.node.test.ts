import { describe, expect, test } from 'vitest';
import { differenceCorrelation, smooth, SMOOTHED_CORRELATION } from '../../../src/engine';
import { createRandom } from '../../../src/engine/random';

const random = createRandom(3);
const noise = Array.from({ length: 400 }, () => random() - 0.5);
const falling = noise.map((value, i) => 5 * Math.exp(-i / 80) + value);

describe('steps that follow each other', () => {
  test('noise goes back where it came from; smoothed by an exponential moving average it does not', () => {
    expect(differenceCorrelation(noise)).toBeLessThan(-0.4);
    expect(differenceCorrelation(falling)).toBeLessThan(SMOOTHED_CORRELATION);
    const averaged = smooth(Array.from(falling.keys()), falling, 50);
    expect(differenceCorrelation(averaged)).toBeGreaterThan(SMOOTHED_CORRELATION);
  });

  test('a straight line has nothing to go back to; a smooth one goes on; few values tell nothing', () => {
    expect(differenceCorrelation([1, 2, 3, 4, 5])).toBe(1);
    expect(differenceCorrelation(Array.from({ length: 100 }, (_, i) => Math.sin(i / 20)))).toBeGreaterThan(0.9);
    expect([differenceCorrelation([]), differenceCorrelation([1, NaN, 2, 3])]).toEqual([NaN, NaN]);
  });
});
