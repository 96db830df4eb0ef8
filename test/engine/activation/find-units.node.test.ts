import { describe, expect, test } from 'vitest';
import {
  groupSegments, groupValues, rankUnits, similarUnits, topSegments, unitCorrelations, unitResponses, unitsByScore, unitVariances,
  type ResponseMeasure, type UnitResponse,
} from '../../../src/engine/activation';
import { createGaussian, createRandom } from '../../../src/engine/random';
import { finishNow, type Stepwise } from '../../../src/engine/stepwise';
import { column, sampleOf } from './samples';

const nan = Number.NaN;

describe('the response of a unit to chosen segments', () => {
  const response = (values: number[], mask: number[]) => finishNow(unitResponses(Float32Array.from(values), Uint8Array.from(mask)))[0];

  test('AUC: the share of pairs that the chosen one wins, ties half', () => {
    expect(response([3, 1, 2, 0], [1, 0, 1, 0]).auc).toBe(1);
    expect(response([0, 1, 1, 2], [1, 0, 1, 0]).auc).toBe(0.125);
    expect(response([5, 5, 5], [1, 0, 0]).auc).toBe(0.5);
  });

  test('correlation is Pearson\'s with the mask, mean difference that of the means', () => {
    const { correlation, meanDifference } = response([4, 1, 3, 2], [1, 0, 1, 0]);
    expect(correlation).toBeCloseTo(2 / Math.sqrt(5), 6);
    expect(meanDifference).toBe(2);
    expect(response([5, 5, 5], [1, 0, 0]).correlation).toBeNaN();
  });

  test('leaves non-finite values out and cannot tell without any of either kind', () => {
    expect(response([nan, 3, 1, Infinity, -Infinity], [1, 1, 0, 0, 1])).toMatchObject({ auc: 1, meanDifference: 2 });
    expect(response([nan, 3], [1, 0]).auc).toBeNaN();
  });
});

describe('units ranked', () => {
  const gaussian = createGaussian(createRandom(1));
  const text = 'say "hello there" and "bye" now';
  let quoted = false;
  const mask = Uint8Array.from(text, (char) => {
    if (char === '"') quoted = !quoted;
    return quoted ? 1 : 0;
  });
  // Unit 70 opens inside quotes, unit 3 falls silent there; the others hear nothing.
  const rows = Array.from(text, (_, i) => Array.from({ length: 80 }, (_unused, unit) => gaussian() + (unit === 70 ? 8 : unit === 3 ? -5 : 0) * mask[i]));
  const sample = sampleOf(text, rows);
  const slices = async <Result>(work: Stepwise<Result>) => finishNow(work);
  const respond = async (columns: Float32Array, chosen: Uint8Array, first: number) => finishNow(unitResponses(columns, chosen, first));
  const rank = (masks: Uint8Array[], measure: ResponseMeasure = 'auc', layers = [sample.layers[0]]): Promise<UnitResponse[]> => rankUnits(layers, masks, measure, respond, slices);

  test.each<ResponseMeasure>(['auc', 'correlation', 'meanDifference'])('by %s: the planted ones first, whichever their sign', async (measure) => {
    const ranked = await rank([mask], measure);
    expect(ranked.slice(0, 2).map(({ unit }) => unit).sort((a, b) => a - b)).toEqual([3, 70]);
    expect(ranked).toHaveLength(80);
    expect(ranked.find(({ unit }) => unit === 70)!.auc).toBeGreaterThan(0.95);
    expect(ranked.find(({ unit }) => unit === 3)!.meanDifference).toBeLessThan(-3);
  });

  test('over several samples, and backward layers in the order of the text', async () => {
    const layer = { ...sample.layers[0], values: Float32Array.of(0, 0, 9), segments: 3, units: 1 };
    const [forward] = await rank([Uint8Array.of(0, 0, 1), Uint8Array.of(0, 0, 1)], 'auc', [layer, layer]);
    const [backward] = await rank([Uint8Array.of(1, 0, 0)], 'auc', [{ ...layer, reversed: true }]);
    expect([forward.auc, backward.auc]).toEqual([1, 1]);
  });

  test('needs some chosen and some not, and a mask that fits', async () => {
    await expect(rank([new Uint8Array(text.length)])).rejects.toThrow(/some segments chosen and some not, received 0 of 31/);
    await expect(rank([new Uint8Array(text.length).fill(1)])).rejects.toThrow(/received 31 of 31/);
    await expect(rank([new Uint8Array(3)])).rejects.toThrow(/a mask of 31 segments for sample 0, received 3/);
  });
});

test('similar units: by correlation, the unit itself and constant ones left out', () => {
  const { layers } = sampleOf('abcd', [[1, 2, -1, 7], [2, 4, -2, 7], [3, 6, -3.5, 7], [4, 8.5, -4, 7]]);
  const found = finishNow(similarUnits(layers, 0, 5));
  expect(found.map(({ unit }) => unit)).toEqual([1, 2]);
  expect(found[0].correlation).toBeGreaterThan(0.99);
  expect(found[1].correlation).toBeLessThan(-0.9);
});

test('correlations keep their digits beside a large mean and without non-finite pairs', () => {
  const { layers } = sampleOf('abcde', [[1e6 + 1, 2], [1e6 + 2, 4], [nan, 100], [1e6 + 3, 6], [1e6 + 4, Infinity]]);
  expect(finishNow(unitCorrelations(layers, 0))[1]).toBeCloseTo(1, 9);
});

test('variances of every unit, non-finite values left out; units in their order', () => {
  const { layers } = sampleOf('abc', [[1e6, 1, nan, 5], [1e6 + 2, 1, nan, nan], [1e6 + 4, 1, nan, 7]]);
  const variances = finishNow(unitVariances(layers));
  expect(Array.from(variances, (value) => Math.round(value * 1000) / 1000)).toEqual([2.667, 0, nan, 1]);
  expect(unitsByScore(variances)).toEqual([0, 3, 1, 2]);
});

describe('top segments', () => {
  const valued = (text: string, values: number[]) => {
    const sample = sampleOf(text, column(...values));
    const groups = finishNow(groupSegments(sample, 'char'));
    return { text, groups, values: finishNow(groupValues(sample.layers[0], groups, { units: [0], reduce: 'mean', aggregate: 'mean' })) };
  };

  test('over all samples, with the text around them', () => {
    const samples = [valued('abcd', [1, 9, 3, nan]), valued('xy', [9, 4])];
    expect(finishNow(topSegments(samples, 3)).map(({ sample, segment, value, before, own, after }) => [sample, segment, value, before + own.toUpperCase() + after])).toEqual([
      [0, 1, 9, 'aBcd'], [1, 0, 9, 'Xy'], [1, 1, 4, 'xY'],
    ]);
  });

  test('of a long rising series are the last', () => {
    const text = 'a'.repeat(2000);
    const top = finishNow(topSegments([valued(text, Array.from(text, (_, i) => i % 1500))], 2));
    expect(top.map(({ segment }) => segment)).toEqual([1499, 1498]);
    expect(top[0]).toMatchObject({ before: `…${'a'.repeat(48)}`, after: `${'a'.repeat(48)}…` });
  });

  test('never cut a character of the context in two', () => {
    const text = `😀${'b'.repeat(47)}c`;
    const [{ before }] = finishNow(topSegments([valued(text, Array.from(text, (char) => (char === 'c' ? 1 : 0)))], 1));
    expect(before).toBe(text.slice(0, -1));
  });
});
