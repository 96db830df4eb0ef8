import { expect, test } from 'vitest';
import { finishNow, quantilePlace, sortedUnit, sortUnits, unitQuantiles } from '../../../src/engine';
import { createRandom } from '../../../src/engine/random';

const matrixOf = (segments: number, units: number, valueOf: (i: number, u: number) => number) => ({
  name: '', unitNames: null, reversed: false, segments, units, values: Float32Array.from({ length: segments * units }, (_, at) => valueOf(Math.floor(at / units), at % units)),
});

test('few segments are all there, sorted over all samples, finite ones alone', () => {
  const sorted = finishNow(sortUnits([matrixOf(3, 2, (i, u) => [5, NaN, 1][i] * (u + 1)), matrixOf(2, 2, (i, u) => [3, Infinity][i] * (u + 1))]));
  expect(Array.from(sortedUnit(sorted, 0))).toEqual([1, 3, 5]);
  expect(Array.from(sortedUnit(sorted, 1))).toEqual([2, 6, 10]);
});

test('of many segments a sample tells the quantiles within two points', () => {
  const random = createRandom(3);
  const sorted = finishNow(sortUnits([matrixOf(40_000, 2, () => random())]));
  expect(sorted.length).toBe(4096);
  const knots = finishNow(unitQuantiles(sorted));
  for (let k = 0; k <= 256; k += 16) expect(Math.abs(knots[257 + k] - k / 256)).toBeLessThan(0.025);
});

test('the place of a value: ends, between two quantiles, equal ones in their middle', () => {
  const knots = finishNow(unitQuantiles(finishNow(sortUnits([matrixOf(257, 1, (i) => (i >= 100 && i <= 120 ? 100 : i))]))));
  expect(quantilePlace(knots, 0, -1)).toBe(0);
  expect(quantilePlace(knots, 0, 0)).toBe(0);
  expect(quantilePlace(knots, 0, 256)).toBe(1);
  expect(quantilePlace(knots, 0, 300)).toBe(1);
  expect(quantilePlace(knots, 0, 64.5)).toBeCloseTo(64.5 / 256, 6);
  expect(quantilePlace(knots, 0, 100)).toBeCloseTo(110 / 256, 6);
});
