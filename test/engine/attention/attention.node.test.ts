import { describe, expect, test } from 'vitest';
import {
  attentionLinks, finishNow, headStatistics, headValues, meanImage, meanOfHeads, orderHeads, resolveAttention, strongestPartners, type AttentionData,
} from '../../../src/engine';

/** One layer with these heads over the same tokens. */
const attention = (heads: readonly (readonly (readonly number[])[])[], more: Partial<AttentionData> = {}) => resolveAttention({
  tokens: Array.from({ length: heads[0].length }, (_, i) => `t${i}`), attention: Float32Array.from(heads.flat(2)), shape: [1, heads.length, heads[0].length, heads[0][0].length], ...more,
});
const statistics = (rows: readonly (readonly number[])[], more: Partial<AttentionData> = {}) => finishNow(headStatistics(attention([rows], more), [0, 0]));

describe('data', () => {
  test.each([
    ['a shape of three axes', { shape: [1, 1, 2] }, /shape as \[layers, heads, from, to\]/],
    ['too few values', { attention: new Float32Array(3) }, /4 values \(1 × 1 × 2 × 2\)/],
    ['too few tokens', { tokens: ['a'] }, /2 tokens/],
    ['columns without tokens', { shape: [1, 1, 2, 3], attention: new Float32Array(6) }, /3 tokens that are attended to/],
    ['a plain list', { attention: [1, 0, 0, 1] }, /Float32Array/],
  ])('%s is refused', (_, wrong, message) => {
    expect(() => attention([[[1, 0], [0, 1]]], wrong as never)).toThrow(message);
  });

  test('a head is its part of the values; several heads are their mean, masked values left out', () => {
    const both = attention([[[1, 0], [Number.NaN, 1]], [[0.5, 0.5], [0.25, Number.NaN]], [[0, 0], [Number.NaN, Number.NaN]]]);
    expect(headValues(both, [0, 1])).toEqual(Float32Array.of(0.5, 0.5, 0.25, Number.NaN));
    expect(finishNow(meanOfHeads(both, [[0, 0], [0, 1]]))).toEqual(Float32Array.of(0.75, 0.25, 0.25, 1));
    expect(finishNow(meanOfHeads(both, [[0, 0], [0, 2]]))[2]).toBeNaN();
  });
});

describe('statistics of a head', () => {
  test('entropy is 0 bits for one token and log2 n for all alike', () => {
    expect(statistics([[1, 0], [0, 1]]).entropy).toBe(0);
    expect(statistics([[0.5, 0.5], [0.5, 0.5]]).entropy).toBe(1);
    expect(statistics([[1, 0], [0.5, 0.5]]).entropy).toBe(0.5);
  });

  test('distance, first token, itself, the one before', () => {
    expect(statistics([[1, 0, 0], [1, 0, 0], [0, 0.5, 0.5]])).toMatchObject({ distance: 0.5, first: 2 / 3, self: 0.5, previous: 0.75 });
  });

  test('separators are found among the columns', () => {
    const rows = [[0.25, 0.75], [1, 0]];
    expect(statistics(rows, { tokens: ['a', '[SEP]'] }).separator).toBe(0.375);
    expect(statistics(rows, { tokens: ['a', '|'], separators: ['|'] }).separator).toBe(0.375);
  });

  test('rows that do not sum to one are counted and taken by their sum', () => {
    expect(statistics([[2, 2], [1, 0.005]])).toMatchObject({ offRows: 1, first: expect.closeTo((0.5 + 1 / 1.005) / 2, 6), max: 2 });
    expect(statistics([[2, 2], [2, 2]]).entropy).toBe(1);
  });

  test('masked values are counted and left out', () => {
    expect(statistics([[1, Number.NaN], [Number.NaN, Number.NaN]])).toMatchObject({ masked: 3, maskedRows: 1, offRows: 0, entropy: 0, first: 1 });
  });

  test('what cannot be told is NaN: entropy of negative values, distances between two lists', () => {
    expect(statistics([[2, -1], [1, 0]]).entropy).toBeNaN();
    const cross = statistics([[1, 0], [1, 0]], { toTokens: ['x', 'y'] });
    expect([cross.distance, cross.self, cross.previous]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(cross.first).toBe(1);
  });

  test('heads are sorted by each of them: the sharpest, the nearest, the largest share first', () => {
    const heads = attention([[[0.5, 0.5], [0.5, 0.5]], [[1, 0], [1, 0]], [[0, 0], [0, 0]], [[1, 0], [0, 1]]]);
    const all = [0, 1, 2, 3].map((head) => finishNow(headStatistics(heads, [0, head])));
    expect(orderHeads(all, 'position')).toEqual([0, 1, 2, 3]);
    expect(orderHeads(all, 'entropy')).toEqual([1, 3, 0, 2]);
    expect(orderHeads(all, 'first')).toEqual([1, 0, 3, 2]);
    expect(orderHeads(all, 'distance')).toEqual([3, 0, 1, 2]);
  });
});

describe('the picture of a matrix', () => {
  const image = (values: number[], width: number, pixels: number, more = {}) => finishNow(meanImage(Float32Array.from(values), width, values.length / width, {
    first: 0, perPixel: width / pixels, pixels, ...more,
  }, { first: 0, perPixel: values.length / width, pixels: 1 }));

  test('has the mean of all cells under a pixel, by the share they cover', () => {
    expect(image([1, 2, 3, 6], 4, 2)).toEqual(Float32Array.of(1.5, 4.5));
    expect(image([0, 3, 3], 3, 2)).toEqual(Float32Array.of(1, 3));
    expect(image([1, 2, 3, 4], 2, 1)).toEqual(Float32Array.of(2.5));
    // Rows as well: two pixels for three rows.
    expect(finishNow(meanImage(Float32Array.of(0, 3, 3), 1, 3, { first: 0, perPixel: 1, pixels: 1 }, { first: 0, perPixel: 1.5, pixels: 2 }))).toEqual(Float32Array.of(1, 3));
  });

  test('repeats cells that are larger than a pixel, and is NaN beside them', () => {
    expect(image([1, 2], 2, 4)).toEqual(Float32Array.of(1, 1, 2, 2));
    expect(image([1, 2], 2, 3, { first: -1, perPixel: 1 })).toEqual(Float32Array.of(Number.NaN, 1, 2));
  });

  test('leaves NaN out, but not where there is nothing else', () => {
    expect(image([1, Number.NaN, Number.NaN, Number.NaN], 4, 2)).toEqual(Float32Array.of(1, Number.NaN));
  });
});

test('links are the pairs from a threshold on, by row and column', () => {
  const links = finishNow(attentionLinks(attention([[[0.2, 0.8, 0], [Number.NaN, 0.5, 0.5], [0, 0.1, 0.9]]]), [0, 0], 0.5));
  expect([[...links.from], [...links.to]]).toEqual([[0, 1, 1, 2], [1, 1, 2, 2]]);
  expect(links.weight[3]).toBeCloseTo(0.9);
});

test('the strongest partners of a token, both ways', () => {
  const shape = { from: 3, to: 3 };
  const values = Float32Array.of(0.25, 0.5, 0.25, Number.NaN, 1, 0, 0.125, 0.75, 0.125);
  expect(strongestPartners(values, shape, 'from', 0, 2)).toEqual([{ token: 1, weight: 0.5 }, { token: 0, weight: 0.25 }]);
  expect(strongestPartners(values, shape, 'to', 0, 5)).toEqual([{ token: 0, weight: 0.25 }, { token: 2, weight: 0.125 }]);
});
