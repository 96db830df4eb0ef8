import { describe, expect, test } from 'vitest';
import { suggestLearningRates } from '../../../src/engine/curves';

/** A sweep from 1e-7 up by the same factor. */
function sweepOf(losses: number[], factor = 10 ** 0.1) {
  return { iteration: Float64Array.from(losses.keys()), learningRate: Float64Array.from(losses, (_, i) => 1e-7 * factor ** i), loss: Float64Array.from(losses) };
}

const rowsOf = (losses: number[], options = {}) => Object.fromEntries(suggestLearningRates(sweepOf(losses), { skipFirst: 0, skipLast: 0, ...options }).suggestions.map(({ name, row }) => [name, row]));

/** Flat for 20 rows, down over 30, up over 10. */
const VALLEY = [...Array.from({ length: 20 }, () => 4), ...Array.from({ length: 30 }, (_, i) => 4 - (i + 1) / 10), ...Array.from({ length: 10 }, (_, i) => 1 + (i + 1) ** 2)];

describe('the four rules of fastai', () => {
  test('valley: half-way along the longest falling sequence', () => {
    // 31 values fall up to row 49: it begins at 49 − 31 = 18, thirds are 10⅓ rows, and a third and a half of one are 10 + 5.
    expect(rowsOf(VALLEY).valley).toBe(33);
  });

  test('valley leaps over values that do not fall', () => {
    expect(rowsOf([5, 9, 4, 9, 3, 9, 2, 9, 1]).valley).toBe(4);
  });

  test('steep: where the loss falls fastest over ln of the rate', () => {
    expect(rowsOf([5, 4.9, 4.8, 3, 2.9, 2.8]).steep).toBe(2);
    // The same fall over a wider step of the rate is less steep.
    const uneven = { iteration: Float64Array.of(0, 1, 2), learningRate: Float64Array.of(1e-5, 1e-3, 2e-3), loss: Float64Array.of(3, 2, 1.5) };
    expect(suggestLearningRates(uneven, { skipFirst: 0, skipLast: 0 }).suggestions.find(({ name }) => name === 'steep')?.row).toBe(1);
  });

  test('minimum: a tenth of the rate at the least loss', () => {
    const minimum = suggestLearningRates(sweepOf(VALLEY), { skipFirst: 0, skipLast: 0 }).suggestions.find(({ name }) => name === 'minimum');
    expect(minimum).toMatchObject({ row: 49 });
    expect(minimum!.learningRate / (1e-7 * 10 ** 4.9)).toBeCloseTo(0.1, 12);
  });

  test('slide: where a window of 15 rows, from the end, comes upon equal slopes', () => {
    // Both ends on the falling line for the first time at 33 and 48.
    expect(rowsOf(VALLEY).slide).toBe(34);
    expect(rowsOf(Array.from({ length: 16 }, (_, i) => 16 - i)).slide).toBe(0);
    expect(rowsOf(Array.from({ length: 15 }, (_, i) => 16 - i)).slide).toBeUndefined();
  });
});

describe('what is left to judge', () => {
  test('by default 10 rows at the beginning and 5 at the end are left out, as by Flair', () => {
    const losses = [...Array.from({ length: 10 }, () => -9), ...VALLEY, ...Array.from({ length: 5 }, () => -9)];
    const advice = suggestLearningRates(sweepOf(losses));
    expect(advice).toMatchObject({ first: 10, last: 70, tooFew: false });
    expect(advice.suggestions.filter(({ name }) => name !== 'steep').map(({ name, row }) => [name, row])).toEqual([['valley', 43], ['minimum', 59], ['slide', 44]]);
  });

  test('rows from the first that is no number on are left out, rows without a rate too', () => {
    const advice = suggestLearningRates(sweepOf([3, 2, 1, NaN, 0, Infinity]), { skipFirst: 0, skipLast: 0 });
    expect(advice).toMatchObject({ first: 0, last: 3, tooFew: true });
    expect(suggestLearningRates(sweepOf([NaN, 2, 1]), { skipFirst: 0, skipLast: 0 })).toMatchObject({ suggestions: [], first: 0, last: 0 });
    const gap = sweepOf([3, 2, 1, 4]);
    gap.learningRate[2] = NaN;
    expect(suggestLearningRates(gap, { skipFirst: 0, skipLast: 0 }).suggestions.find(({ name }) => name === 'minimum')?.row).toBe(1);
  });

  test.each([[30, true], [31, false]])('%d rows, of which Flair leaves out 15: too few is %s', (rows, tooFew) => {
    expect(suggestLearningRates(sweepOf(Array.from({ length: rows }, (_, i) => rows - i))).tooFew).toBe(tooFew);
  });

  test('15 rows leave nothing', () => {
    expect(suggestLearningRates(sweepOf(Array.from({ length: 15 }, (_, i) => i)))).toEqual({ suggestions: [], consensus: null, spread: 1, first: 10, last: 10, tooFew: true });
  });
});

test('the consensus is the geometric mean, the spread how far the rules are apart', () => {
  const { suggestions, consensus, spread } = suggestLearningRates(sweepOf(VALLEY), { skipFirst: 0, skipLast: 0 });
  const rates = suggestions.map(({ learningRate }) => learningRate);
  expect(rates).toHaveLength(4);
  expect(consensus).toBeCloseTo(rates.reduce((product, rate) => product * rate, 1) ** 0.25, 12);
  expect(spread).toBe(Math.max(...rates) / Math.min(...rates));
});
