import { describe, expect, test } from 'vitest';
import { findAnalogies } from '../../../src/engine/semantics/analogy';
import { axisEnds } from '../../../src/engine/semantics/axis-ends';
import { cosineScores } from '../../../src/engine/semantics/cosine-scores';
import { axisDirection, offsetDirection } from '../../../src/engine/semantics/direction';
import { createGaussian, createRandom } from '../../../src/engine/random';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);
const unit = (v: number[]) => v.map((value) => value / Math.sqrt(dot(v, v)));

/** Royal, male and female on axes of their own, in vectors of different lengths. */
const WORDS = ['man', 'woman', 'king', 'queen', 'prince', 'apple', 'nothing'];
const VECTORS = Float32Array.of(
  0, 2, 0, 0.1,
  0, 0, 1, 0.1,
  3, 3, 0, 0.1,
  1, 0, 1, 0.1,
  1, 1.2, 0.1, 0,
  0, 0, 0, 1,
  0, 0, 0, 0,
);
const row = (word: string) => WORDS.indexOf(word);

describe('an axis', () => {
  test('goes from the mean of one set\'s unit vectors to that of the other, at length 1', () => {
    const direction = axisDirection(VECTORS, 4, [row('man')], [row('woman'), row('queen')]);
    const [man, woman, queen] = ['man', 'woman', 'queen'].map((word) => unit([...VECTORS.subarray(4 * row(word), 4 * row(word) + 4)]));
    const expected = unit(man.map((value, d) => (woman[d] + queen[d]) / 2 - value));
    expect(dot(direction, direction)).toBeCloseTo(1, 12);
    direction.forEach((value, d) => expect(value).toBeCloseTo(expected[d], 6));
  });

  test('needs two ends that differ', () => {
    expect(() => axisDirection(VECTORS, 4, [2, 3], [3, 2])).toThrow('name different words at the two ends');
  });

  test('scores every row by its cosine; a row without direction has no score', async () => {
    const scores = await cosineScores(VECTORS, axisDirection(VECTORS, 4, [row('man')], [row('woman')]));
    expect(scores[row('woman')]).toBeCloseTo(-scores[row('man')], 1);
    expect(scores[row('queen')]).toBeGreaterThan(0.4);
    expect(scores[row('king')]).toBeLessThan(-0.4);
    expect(scores[row('nothing')]).toBeNaN();
  });

  test('agrees with the sums written out, over many slices', async () => {
    const gaussian = createGaussian(createRandom(3));
    const vectors = Float32Array.from({ length: 5000 * 6 }, gaussian);
    const direction = axisDirection(vectors, 6, [1, 2], [3]);
    const scores = await cosineScores(vectors, direction);
    for (const i of [0, 2047, 2048, 4999]) {
      expect(scores[i]).toBeCloseTo(dot(unit([...vectors.subarray(6 * i, 6 * i + 6)]), direction), 5);
    }
  });

  test('has its lowest and highest rows at its ends', () => {
    const scores = Float32Array.of(0.1, NaN, -0.5, 0.9, 0.2, -0.5);
    expect(axisEnds(scores, 2)).toEqual({ low: Uint32Array.of(2, 5), high: Uint32Array.of(3, 4) });
    expect(axisEnds(scores, 9, 3)).toEqual({ low: Uint32Array.of(2, 0), high: Uint32Array.of(0, 2) });
  });
});

describe('an analogy', () => {
  const asked = { dimensions: 4, positive: [row('king'), row('woman')], negative: [row('man')] };

  test.each(['add', 'multiply'] as const)('is answered, by %s, without the words it is made of', async (method) => {
    const matches = await findAnalogies(VECTORS, { ...asked, method });
    expect(matches[0].id).toBe(row('queen'));
    expect(matches.map(({ id }) => WORDS[id]).sort()).toEqual(['apple', 'prince', 'queen']);
    expect(matches.map(({ score }) => score)).toEqual(matches.map(({ score }) => score).sort((a, b) => b - a));
  });

  test('by adding scores by the cosine with the sum of unit vectors', async () => {
    const [first] = await findAnalogies(VECTORS, asked);
    const target = offsetDirection(VECTORS, 4, asked.positive, asked.negative);
    const expected = dot(target, unit([...VECTORS.subarray(12, 16)]));
    expect(first.score).toBeCloseTo(expected, 6);
    expect(first.distance).toBeCloseTo(1 - expected, 6);
  });

  test('by multiplying scores by Levy & Goldberg\'s quotient of shifted cosines', async () => {
    const [first] = await findAnalogies(VECTORS, { ...asked, method: 'multiply' });
    const at = (word: string) => unit([...VECTORS.subarray(4 * row(word), 4 * row(word) + 4)]);
    const shifted = (word: string) => (1 + dot(at('queen'), at(word))) / 2;
    expect(first.score).toBeCloseTo((shifted('king') * shifted('woman')) / (shifted('man') + 0.001), 4);
  });

  test('is answered by the leading rows only, and by so many', async () => {
    expect((await findAnalogies(VECTORS, { ...asked, k: 1 })).map(({ id }) => id)).toEqual([row('queen')]);
    expect(await findAnalogies(VECTORS, { ...asked, rows: 3 })).toEqual([]);
  });

  test('needs words that do not cancel out', async () => {
    await expect(findAnalogies(VECTORS, { dimensions: 4, positive: [1], negative: [1] })).rejects.toThrow('received words that cancel out');
  });

  test('stops at an abort', async () => {
    const signal = AbortSignal.abort();
    await expect(findAnalogies(VECTORS, { ...asked, signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
