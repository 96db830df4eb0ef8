import { describe, expect, it } from 'vitest';
import { createGaussian, createRandom } from '../../src/engine/random';

const draw = (next: () => number, count: number) => Array.from({ length: count }, next);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('seeded random numbers', () => {
  it('are the same for the same seed on every machine', () => {
    expect(draw(createRandom(0), 5)).toEqual(draw(createRandom(0), 5));
    expect(draw(createRandom(0), 5)).not.toEqual(draw(createRandom(1), 5));
    expect(new Set([0, 1, 2, -1, 2 ** 31 - 1, -(2 ** 31)].map((seed) => createRandom(seed)())).size).toBe(6);
  });

  it('are even in [0, 1)', () => {
    for (const seed of [0, 1, 42]) {
      const values = draw(createRandom(seed), 20_000);
      expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
      expect(mean(values)).toBeCloseTo(0.5, 1.7);
      const tenths = Array.from({ length: 10 }, (_, i) => values.filter((value) => Math.floor(10 * value) === i).length);
      for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
    }
  });

  it('follow one another without correlation', () => {
    const values = draw(createRandom(3), 20_000);
    expect(Math.abs(mean(values.slice(1).map((value, i) => (value - 0.5) * (values[i] - 0.5))))).toBeLessThan(0.003);
  });

  it('are normal where they are asked to be', () => {
    const values = draw(createGaussian(createRandom(5)), 20_000);
    expect(Math.abs(mean(values))).toBeLessThan(0.03);
    expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1, 1);
    expect(mean(values.map((value) => value ** 4))).toBeCloseTo(3, 0);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});
