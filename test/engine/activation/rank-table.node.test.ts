import { expect, test } from 'vitest';
import { codeScales, finishNow, quantilePlace, rankTable, sortUnits, unitQuantiles, valueExtremes } from '../../../src/engine';
import { createRandom } from '../../../src/engine/random';
import { codeOf } from '../../../src/engine/value-codes';

const SEGMENTS = 2000;

/** The rank that the shader reads of a value, and the one by the quantiles. */
function ranksOf(valueAt: (i: number) => number): (value: number) => [read: number, wanted: number] {
  const matrix = { name: '', unitNames: null, reversed: false, segments: SEGMENTS, units: 1, values: Float32Array.from({ length: SEGMENTS }, (_, i) => valueAt(i)) };
  const ends = finishNow(valueExtremes(matrix));
  const scales = codeScales(matrix, ends);
  const knots = finishNow(unitQuantiles(finishNow(sortUnits([matrix]))));
  const { cells, words, first, perCode, zero } = finishNow(rankTable(knots, scales, ends));
  expect(zero[0]).toBeCloseTo(quantilePlace(knots, 0, 0), 6);
  return (value) => {
    const at = Math.min(cells - 0.001, (codeOf(value, scales.center[0], scales.scale[0]) - first[0]) * perCode[0]);
    const word = words[Math.floor(at)];
    const [start, end] = [(word & 0xffff) / 65_535, (word >>> 16) / 65_535];
    return [start + (end - start) * (at % 1), quantilePlace(knots, 0, value)];
  };
}

/** A step of a ramp of 256 colours. */
const STEP = 1 / 256;

test('ranks of values that spread evenly, in a bell, and far out are those of their quantiles', () => {
  const random = createRandom(5);
  const bell = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  for (const spread of [() => random(), bell, () => Math.exp(1.5 * bell())]) {
    const values = Array.from({ length: SEGMENTS }, spread);
    const rankOf = ranksOf((i) => values[i]);
    for (const value of values.slice(0, 200)) {
      const [read, wanted] = rankOf(value);
      expect(Math.abs(read - wanted)).toBeLessThan(STEP);
    }
  }
});

test('equal values have the middle of their ranks, as a unit that is silent most of the time has them', () => {
  const rankOf = ranksOf((i) => (i % 4 === 3 ? i % 7 : 0));
  for (const value of [0, 1, 2, 3, 4, 5, 6]) {
    const [read, wanted] = rankOf(value);
    expect(Math.abs(read - wanted)).toBeLessThan(STEP);
  }
});

test('a constant unit is in the middle', () => {
  expect(ranksOf(() => 3)(3)).toEqual([expect.closeTo(0.5, 4), expect.closeTo(0.5, 4)]);
});
