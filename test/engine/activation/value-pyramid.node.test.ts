import { describe, expect, test } from 'vitest';
import { codedExtremes, codeScales, finishNow, valueExtremes, valueMeans } from '../../../src/engine';
import { createRandom } from '../../../src/engine/random';
import { codeOf, valueOf as valueOfCode } from '../../../src/engine/value-codes';

const matrixOf = (segments: number, units: number, valueOf: (i: number, u: number) => number) => ({
  name: '', unitNames: null, reversed: false, segments, units, values: Float32Array.from({ length: segments * units }, (_, at) => valueOf(Math.floor(at / units), at % units)),
});

const random = createRandom(1);
const matrix = matrixOf(1003, 5, () => random() * 20 - 10);

/** Extremes of a bucket of a level, from the values themselves. */
function extremesIn(bucket: number, b: number, unit: number): [number, number] {
  const own = Array.from({ length: Math.min(bucket, 1003 - b * bucket) }, (_, k) => matrix.values[(b * bucket + k) * 5 + unit]);
  return [Math.min(...own), Math.max(...own)];
}

test('the extremes of every bucket, the last one short', () => {
  const { buckets, values } = finishNow(valueExtremes(matrix));
  expect(buckets).toBe(126);
  for (let b = 0; b < buckets; b++) for (let u = 0; u < 5; u++) expect([values[2 * b * 5 + u], values[(2 * b + 1) * 5 + u]]).toEqual(extremesIn(8, b, u));
});

test('extremes are exact where values are a million times as large as others', () => {
  const { low, high } = finishNow(valueExtremes(matrixOf(8, 2, (i, u) => [1e6, -1e-1, 0.3, -0.2, 3, 1e-3, 7, -9e5][i] * (u ? -1 : 1))));
  expect([low[0], high[0], low[1], high[1]]).toEqual([-9e5, 1e6, -1e6, 9e5]);
});

test('every level of codes has the extremes of its buckets, and halves the one before', () => {
  const first = finishNow(valueExtremes(matrix));
  const scales = codeScales(matrix, first);
  const levels = finishNow(codedExtremes(first, 5, scales));
  expect(levels.map(({ bucket, buckets }) => [bucket, buckets])).toEqual([[8, 126], [16, 63], [32, 32]]);
  for (const { bucket, buckets, codes } of levels) {
    for (let b = 0; b < buckets; b++) {
      for (let u = 0; u < 5; u++) {
        const word = codes[b * 5 + u];
        const [center, scale] = [scales.center[u], scales.scale[u]];
        extremesIn(bucket, b, u).forEach((value, end) => expect(end ? word >>> 16 : word & 0xffff).toBe(codeOf(value, center, scale)));
      }
    }
  }
});

test('one outlier ten thousand times as large takes no digits from the others, and a unit that is nearly always the same keeps the rest apart', () => {
  const cases = matrixOf(400, 2, (i, u) => (u === 0 ? (i === 77 ? 1e4 : Math.sin(i)) : i % 50 === 49 ? i : 3));
  const { center, scale } = codeScales(cases, finishNow(valueExtremes(cases)));
  for (const i of [5, 20, 77, 300]) expect(Math.abs(valueOfCode(codeOf(cases.values[2 * i], center[0], scale[0]), center[0], scale[0]) - cases.values[2 * i])).toBeLessThan(1e-3 * Math.max(1, cases.values[2 * i]));
  for (const value of [3, 49, 99, 399]) expect(Math.abs(valueOfCode(codeOf(value, center[1], scale[1]), center[1], scale[1]) - value)).toBeLessThan(0.1);
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
  const cases = matrixOf(100, 3, (i, u) => (u === 2 ? NaN : i === 40 ? [NaN, Infinity][u] : i === 41 ? 99 : i));
  const first = finishNow(valueExtremes(cases));
  const { values, low, high } = first;
  const levels = finishNow(codedExtremes(first, 3, codeScales(cases, first)));

  test('NaN takes both extremes of its bucket, an infinity one', () => {
    expect([values[5 * 6], values[5 * 6 + 3]]).toEqual([NaN, NaN]);
    expect([values[5 * 6 + 1], values[5 * 6 + 4]]).toEqual([42, Infinity]);
  });

  test('and they stay what they are in codes', () => {
    expect(levels[0].codes[5 * 3]).toBe(0);
    expect(levels[0].codes[5 * 3 + 1] >>> 16).toBe(0xffff);
    expect(levels[0].codes[5 * 3 + 1] & 0xffff).not.toBe(0xffff);
  });

  test('ranges are of the finite values, also of those beside it; NaN where there is none', () => {
    expect(Array.from(low)).toEqual([0, 0, NaN]);
    expect(Array.from(high)).toEqual([99, 99, NaN]);
  });
});
