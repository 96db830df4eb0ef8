import { describe, expect, test } from 'vitest';
import { finishNow, valueExtremes, valueMeans } from '../../../src/engine';
import { createRandom } from '../../../src/engine/random';

const matrixOf = (segments: number, units: number, valueOf: (i: number, u: number) => number) => ({
  name: '', unitNames: null, reversed: false, segments, units, values: Float32Array.from({ length: segments * units }, (_, at) => valueOf(Math.floor(at / units), at % units)),
});

const random = createRandom(1);
const matrix = matrixOf(1003, 5, () => random() * 20 - 10);

test('every level has the extremes of its buckets, the last one short', () => {
  const { levels } = finishNow(valueExtremes(matrix));
  expect(levels.map(({ bucket, buckets }) => [bucket, buckets])).toEqual([[8, 126], [64, 16]]);
  for (const { bucket, buckets, values } of levels) {
    for (let b = 0; b < buckets; b++) {
      for (let u = 0; u < 5; u++) {
        const own = Array.from({ length: Math.min(bucket, 1003 - b * bucket) }, (_, k) => matrix.values[(b * bucket + k) * 5 + u]);
        expect(values[2 * b * 5 + u]).toBe(Math.min(...own));
        expect(values[(2 * b + 1) * 5 + u]).toBe(Math.max(...own));
      }
    }
  }
});

test('means weigh a short bucket by what is in it', () => {
  const levels = finishNow(valueMeans(matrix));
  for (const { bucket, buckets, values } of levels) {
    for (const b of [0, buckets - 1]) {
      const own = Array.from({ length: Math.min(bucket, 1003 - b * bucket) }, (_, k) => matrix.values[(b * bucket + k) * 5 + 3]);
      expect(values[b * 5 + 3]).toBeCloseTo(own.reduce((sum, value) => sum + value, 0) / own.length, 5);
    }
  }
});

describe('what is no number', () => {
  const { levels, low, high } = finishNow(valueExtremes(matrixOf(100, 3, (i, u) => (u === 2 ? NaN : i === 40 ? [NaN, Infinity][u] : i === 41 ? 99 : i))));

  test('NaN takes both extremes of its bucket, an infinity one', () => {
    expect([levels[0].values[5 * 6], levels[0].values[5 * 6 + 3]]).toEqual([NaN, NaN]);
    expect([levels[0].values[5 * 6 + 1], levels[0].values[5 * 6 + 4]]).toEqual([42, Infinity]);
  });

  test('ranges are of the finite values, also of those beside it; NaN where there is none', () => {
    expect(Array.from(low)).toEqual([0, 0, NaN]);
    expect(Array.from(high)).toEqual([99, 99, NaN]);
  });
});
