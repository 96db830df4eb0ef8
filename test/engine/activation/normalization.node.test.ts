import { describe, expect, test } from 'vitest';
import {
  countBelow, linearScale, percentileScale, quantile, rankScale, sortFinite, summarizeValues, symmetricScale, valueHistogram, type ValueScale,
} from '../../../src/engine/activation';
import { createGaussian, createRandom } from '../../../src/engine/random';
import { finishNow } from '../../../src/engine/stepwise';

const values = Float32Array.of(-2, 0, 0, 1, 4, 100);
const sorted = finishNow(sortFinite(values));
const rounded = (scale: ValueScale, of: ArrayLike<number> = values) => Array.from(of, (value) => Math.round(1000 * scale.position(value)) / 1000);

describe('golden positions of -2, 0, 0, 1, 4, 100', () => {
  test('unit, sample, global: straight between the ends', () => {
    expect(rounded(linearScale(-2, 100))).toEqual([0, 0.02, 0.02, 0.029, 0.059, 1]);
  });
  test('symmetric: zero in the middle', () => {
    expect(rounded(symmetricScale(-2, 100))).toEqual([0.49, 0.5, 0.5, 0.505, 0.52, 1]);
  });
  test('percentile: the ends cut off', () => {
    const scale = percentileScale(sorted, 20);
    expect([scale.low, scale.high]).toEqual([0, 4]);
    expect(rounded(scale)).toEqual([0, 0, 0, 0.25, 1, 1]);
  });
  test('rank: equal steps, ties in the middle of their places', () => {
    expect(rounded(rankScale(sorted))).toEqual([0, 0.3, 0.3, 0.6, 0.8, 1]);
  });
});

describe('every normalisation', () => {
  const scales = (list: Float32Array) => {
    const order = finishNow(sortFinite(list));
    const { min, max } = finishNow(summarizeValues([list]));
    return [linearScale(min, max), percentileScale(order, 1), rankScale(order)];
  };

  test('puts infinities at the ends and leaves NaN NaN', () => {
    for (const scale of [...scales(values), symmetricScale(-2, 100)]) {
      expect([scale.position(Infinity), scale.position(-Infinity), scale.position(Number.NaN)]).toEqual([1, 0, Number.NaN]);
    }
  });

  test('says that a constant unit is constant, and shows it in the middle', () => {
    for (const scale of scales(Float32Array.of(3, 3, Number.NaN, 3))) {
      expect([scale.constant, scale.low, scale.high, scale.position(3)]).toEqual([true, 3, 3, 0.5]);
    }
    expect(symmetricScale(0, 0)).toMatchObject({ constant: true });
    expect(symmetricScale(3, 3)).toMatchObject({ constant: false, low: -3, high: 3 });
  });

  test('of values none of which is finite has no ends', () => {
    for (const scale of scales(Float32Array.of(Number.NaN, Infinity))) {
      expect([scale.constant, scale.low, scale.high]).toEqual([true, Number.NaN, Number.NaN]);
    }
  });

  test('stands the widest range of floats', () => {
    expect(linearScale(-3.4e38, 3.4e38).position(0)).toBe(0.5);
    expect(linearScale(-1.7e308, 1.7e308).position(1.7e308)).toBe(1);
  });
});

describe('sorted values', () => {
  test('are ascending and finite', () => {
    expect(Array.from(finishNow(sortFinite(Float32Array.of(2, Number.NaN, -0, Infinity, -7, 0, -Infinity, 1e-40))))).toEqual([-7, 0, 0, Math.fround(1e-40), 2]);
  });

  test('are those of the native sort, many of them, too', () => {
    const gaussian = createGaussian(createRandom(3));
    const many = Float32Array.from({ length: 40_000 }, (_, i) => (i % 97 === 0 ? Number.NaN : Math.fround(gaussian() * 10 ** ((i % 9) - 4))));
    const native = many.filter((value) => !Number.isNaN(value)).sort();
    expect(finishNow(sortFinite(many))).toEqual(native);
  });

  test('leave the original as it was', () => {
    const original = Float32Array.of(2, 1);
    finishNow(sortFinite(original));
    expect(Array.from(original)).toEqual([2, 1]);
  });

  test('answer how many are below, and what lies at a share', () => {
    expect([countBelow(sorted, 0), countBelow(sorted, 0, true), countBelow(sorted, -9), countBelow(sorted, 999)]).toEqual([1, 3, 0, 6]);
    expect([quantile(sorted, 0), quantile(sorted, 0.5), quantile(sorted, 1)]).toEqual([-2, 0.5, 100]);
    expect(quantile(new Float32Array(), 0.5)).toBeNaN();
  });
});

test('a summary counts what is no number by kind, over several lists', () => {
  expect(finishNow(summarizeValues([Float32Array.of(1, Number.NaN, Infinity), Float32Array.of(-5, -Infinity, Number.NaN)]))).toEqual({
    count: 6, finite: 2, nan: 2, positiveInfinity: 1, negativeInfinity: 1, min: -5, max: 1,
  });
  expect(finishNow(summarizeValues([Float32Array.of(Number.NaN)]))).toMatchObject({ finite: 0, min: Number.NaN, max: Number.NaN });
});

test('a histogram counts what lies between its ends, both included', () => {
  expect(Array.from(finishNow(valueHistogram([Float32Array.of(0, 0.1, 0.5, 1, 1.1, -1, Number.NaN), Float32Array.of(0.9)], 0, 1, 4)))).toEqual([2, 0, 1, 2]);
  expect(Array.from(finishNow(valueHistogram([Float32Array.of(2, 2)], 2, 2, 2)))).toEqual([2, 0]);
});
