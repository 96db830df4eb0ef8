import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smooth, smoothingTime } from '../../../src/engine/curves';

const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const steps = fc.double({ min: 0.01, max: 10, noNaN: true });
/** Points with rising x, and a time constant. */
const curves = fc.record({ points: fc.array(fc.tuple(steps, number), { minLength: 2, maxLength: 20 }), time: fc.double({ min: 0.1, max: 20, noNaN: true }) })
  .map(({ points, time }) => ({ x: points.reduce<number[]>((xs, [step]) => [...xs, (xs.at(-1) ?? 0) + step], []), y: points.map(([, y]) => y), time }));

/** The defining integrals, by the trapezoidal rule over many parts of each line. */
function bySum(x: number[], y: number[], time: number, at: number): number {
  let [weighted, weight] = [0, 0];
  for (let i = 1; i <= at; i++) {
    const parts = 2000;
    for (let p = 0; p < parts; p++) {
      const share = (p + 0.5) / parts;
      const w = Math.exp((x[i - 1] + share * (x[i] - x[i - 1]) - x[at]) / time) * (x[i] - x[i - 1]) / parts;
      weighted += w * (y[i - 1] + share * (y[i] - y[i - 1]));
      weight += w;
    }
  }
  return weighted / weight;
}

describe('the smoothed curve', () => {
  test('is the mean of the lines, weighted by e^((t − x)/τ)', () => {
    fc.assert(fc.property(curves, ({ x, y, time }) => {
      const smoothed = smooth(x, y, time);
      expect(smoothed[0]).toBe(y[0]);
      for (let i = 1; i < x.length; i++) expect(smoothed[i]).toBeCloseTo(bySum(x, y, time, i), 1);
    }), { seed: 1, numRuns: 30 });
  });

  test('is the same whatever the number of points on the lines', () => {
    fc.assert(fc.property(curves, fc.integer({ min: 2, max: 50 }), ({ x, y, time }, parts) => {
      const finer = (values: number[]) => values.flatMap((value, i) => (i === 0 ? [value] : Array.from({ length: parts }, (_, p) => values[i - 1] + ((p + 1) / parts) * (value - values[i - 1]))));
      const coarse = smooth(x, y, time);
      const fine = smooth(finer(x), finer(y), time);
      x.forEach((_, i) => expect(fine[i * parts]).toBeCloseTo(coarse[i], 6));
    }), { seed: 2, numRuns: 50 });
  });

  test('of a constant is that constant from the first point on: no bias', () => {
    expect([...smooth([0, 1, 5, 6], [7, 7, 7, 7], 100)].every((value) => Math.abs(value - 7) < 1e-12)).toBe(true);
  });

  test('with points so dense that differences vanish keeps its digits', () => {
    const x = Array.from({ length: 100_001 }, (_, i) => i * 1e-9);
    // ∫ (1 + t) eᵗ dt / ∫ eᵗ dt up to t = h is 1 + h/2 + h²/12 − …
    expect(smooth(x, x.map((t) => 1 + t), 1).at(-1)).toBeCloseTo(1 + 5e-5 + 1e-8 / 12, 11);
  });

  test('does not depend on the unit of x', () => {
    const [x, y] = [[0, 1, 3, 4], [4, 1, 3, 2]];
    const [steps1, ms] = [smooth(x, y, 2), smooth(x.map((t) => 1000 * t), y, 2000)];
    steps1.forEach((value, i) => expect(ms[i]).toBeCloseTo(value, 12));
  });

  test('passes over what is not finite, and goes on between its neighbours', () => {
    const smoothed = smooth([0, 1, 2, 3, 4], [4, NaN, Infinity, 1, 2], 2);
    expect([...smoothed].map(Number.isFinite)).toEqual([true, false, false, true, true]);
    const without = smooth([0, 3, 4], [4, 1, 2], 2);
    expect([smoothed[0], smoothed[3], smoothed[4]]).toEqual([...without]);
  });

  test('is the curve itself without smoothing, and for values at one place', () => {
    expect([...smooth([0, 1, 2], [3, 1, 2], 0)]).toEqual([3, 1, 2]);
    expect([...smooth([5, 5], [3, 1], 2)]).toEqual([3, 1]);
  });
});

test('a position of the slider is a share kept over a thousandth of the range', () => {
  expect(smoothingTime(0, 100)).toBe(0);
  expect(Math.exp(-0.1 / smoothingTime(0.81, 100))).toBeCloseTo(0.9, 12);
  expect(smoothingTime(1, 100)).toBeCloseTo(100, 0);
  expect(smoothingTime(0.6, 200)).toBeCloseTo(2 * smoothingTime(0.6, 100), 12);
});
