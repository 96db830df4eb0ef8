import { describe, expect, test } from 'vitest';
import { searchPace, searchVectors, type SearchVectors } from '../../../src/engine/neighbors';
import { layoutQuality, mapNeighbors, neighborhoodPreservation, randomTripletAccuracy, sampleSize, trustworthiness } from '../../../src/engine/quality';
import { createGaussian, createRandom } from '../../../src/engine/random';
import type { Metric, NeighborLists } from '../../../src/engine/types';

const POINTS = 300;
const gaussian = createGaussian(createRandom(4));
const normal = (length: number) => Float32Array.from({ length }, gaussian);

/** All distances in the original, by the definition of the metric. */
function dense(vectors: Float32Array, dimensions: number, metric: Metric): number[][] {
  const rows = Array.from({ length: vectors.length / dimensions }, (_, i) => Array.from(vectors.subarray(i * dimensions, (i + 1) * dimensions)));
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, d) => sum + value * b[d], 0);
  return rows.map((a) => rows.map((b) => (metric === 'cosine' ? 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)) : Math.hypot(...a.map((value, d) => value - b[d])))));
}

/** Other rows of the matrix, nearest first. */
const order = (distances: number[][], i: number) => distances.map((_, j) => j).filter((j) => j !== i).sort((a, b) => distances[i][a] - distances[i][b]);

function listsOf(distances: number[][], k: number): NeighborLists {
  const indices = Uint32Array.from(distances.flatMap((_, i) => order(distances, i).slice(0, k)));
  return { indices, distances: Float32Array.from(indices, (j, at) => distances[Math.floor(at / k)][j]), k };
}

/** Venna & Kaski's formula, word for word. */
function trustworthinessByDefinition(original: number[][], map: number[][], k: number, rows = original.map((_, i) => i)): number {
  const n = original.length;
  let sum = 0;
  for (const i of rows) {
    const rank = new Map(order(original, i).map((j, before) => [j, before + 1]));
    for (const j of order(map, i).slice(0, k)) sum += Math.max(0, rank.get(j)! - k);
  }
  const worst = k < n / 2 ? rows.length * k * (2 * n - 3 * k - 1) : rows.length * (n - k) * (n - k - 1);
  return 1 - (2 / worst) * sum;
}

const vectors = normal(POINTS * 7);
const anyMap = normal(POINTS * 2);
/** Half structure, half noise. */
const roughMap = anyMap.map((value, at) => value + vectors[Math.floor(at / 2) * 7 + (at % 2)]);

describe.each(['euclidean', 'cosine'] as const)('against the definitions, %s', (metric) => {
  const search = searchVectors(vectors, 7, metric);
  const original = dense(vectors, 7, metric);
  const map = dense(roughMap, 2, 'euclidean');

  test.each([1, 10, 40])('share of the %i nearest kept', async (k) => {
    const { shares, mean } = neighborhoodPreservation(listsOf(original, 40), await mapNeighbors(roughMap, k), POINTS);
    const expected = original.map((_, i) => {
      const near = new Set(order(original, i).slice(0, k));
      return order(map, i).slice(0, k).filter((j) => near.has(j)).length / k;
    });
    expect(Array.from(shares)).toEqual(expected.map(Math.fround));
    expect(mean).toBeCloseTo(expected.reduce((sum, share) => sum + share) / POINTS, 12);
  });

  test.each([1, 10, 149, 150, 250, 298])('trustworthiness of the %i nearest', async (k) => {
    const neighbors = await mapNeighbors(roughMap, k);
    expect(await trustworthiness(search, neighbors, original.map((_, i) => i))).toBeCloseTo(trustworthinessByDefinition(original, map, k), 10);
    expect(await trustworthiness(search, neighbors, [3, 141, 59, 26, 250])).toBeCloseTo(trustworthinessByDefinition(original, map, k, [3, 141, 59, 26, 250]), 10);
  });

  test('accuracy of all triplets is what the random ones estimate', async () => {
    let agreeing = 0;
    let total = 0;
    for (let i = 0; i < POINTS; i += 5) {
      for (let j = 0; j < POINTS; j++) {
        for (let l = 0; l < j; l++) {
          if (i === j || i === l) continue;
          total++;
          if (original[i][j] < original[i][l] === map[i][j] < map[i][l]) agreeing++;
        }
      }
    }
    expect(Math.abs(await randomTripletAccuracy(search, roughMap) - agreeing / total)).toBeLessThan(0.01);
  });
});

describe('layoutQuality', () => {
  const plane = normal(POINTS * 2);
  const flat = searchVectors(plane, 2, 'euclidean');
  const lists = listsOf(dense(plane, 2, 'euclidean'), 15);

  test('a map that is the original, turned and scaled, keeps everything', async () => {
    const turned = plane.map((_, at) => (at % 2 === 0 ? -4 * plane[at + 1] : 4 * plane[at - 1]));
    const quality = await layoutQuality({ vectors: flat, lists, positions: turned });
    expect(quality).toMatchObject({ neighborhoodPreservation: 1, trustworthiness: 1, k: 10, sampled: POINTS });
    expect(quality.randomTripletAccuracy).toBeGreaterThan(0.9999);
    expect(quality.preservation).toEqual(new Float32Array(POINTS).fill(1));
  });

  test('a map that has nothing to do with the original stands at chance', async () => {
    const quality = await layoutQuality({ vectors: flat, lists, positions: anyMap });
    expect(Math.abs(quality.neighborhoodPreservation - 10 / (POINTS - 1))).toBeLessThan(0.01);
    expect(Math.abs(quality.trustworthiness - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(quality.randomTripletAccuracy - 0.5)).toBeLessThan(0.03);
  });

  test('a map with all points at one place stands at chance, not at the top', async () => {
    const quality = await layoutQuality({ vectors: flat, lists, positions: new Float32Array(POINTS * 2) });
    expect(quality.neighborhoodPreservation).toBeLessThan(0.1);
    expect(quality.trustworthiness).toBeLessThan(0.6);
    expect(quality.randomTripletAccuracy).toBe(0.5);
  });

  test('the same seed measures the same, a sample comes close to all', async () => {
    const measure = (seed: number, sampled: number) => layoutQuality({ vectors: searchVectors(vectors, 7, 'cosine'), lists, positions: roughMap, sampled, seed });
    const sampled = await measure(1, 90);
    expect(await measure(1, 90)).toEqual(sampled);
    expect((await measure(2, 90)).trustworthiness).not.toBe(sampled.trustworthiness);
    expect(sampled.sampled).toBe(90);
    expect(Math.abs(sampled.trustworthiness - (await measure(1, POINTS)).trustworthiness)).toBeLessThan(0.03);
  });

  test('points whose neighbours in the original are unknown have no share of their own', async () => {
    const known = { ...lists, indices: lists.indices.slice(0, 15 * 100), distances: lists.distances.slice(0, 15 * 100) };
    const { preservation, neighborhoodPreservation: mean } = await layoutQuality({ vectors: flat, lists: known, positions: plane });
    expect(preservation).toEqual(Float32Array.from({ length: POINTS }, (_, i) => (i < 100 ? 1 : NaN)));
    expect(mean).toBe(1);
  });

  test('no more neighbours are compared than are listed', async () => {
    expect((await layoutQuality({ vectors: flat, lists, positions: plane, k: 100 })).k).toBe(15);
  });

  test.each([
    [0, { neighborhoodPreservation: NaN, trustworthiness: NaN, randomTripletAccuracy: NaN, k: 0, sampled: 0 }],
    [1, { neighborhoodPreservation: NaN, trustworthiness: NaN, randomTripletAccuracy: NaN, k: 0, sampled: 1 }],
    [2, { neighborhoodPreservation: 1, trustworthiness: 1, randomTripletAccuracy: NaN, k: 1, sampled: 2 }],
    [3, { neighborhoodPreservation: 1, trustworthiness: 1, randomTripletAccuracy: 1, k: 2, sampled: 3 }],
  ])('%i points: what cannot be measured is NaN', async (points, expected) => {
    const few = plane.slice(0, 2 * points);
    const quality = await layoutQuality({ vectors: searchVectors(few, 2, 'euclidean'), lists: listsOf(dense(few, 2, 'euclidean'), Math.max(points - 1, 0)), positions: few });
    expect(quality).toMatchObject(expected);
    expect(quality.preservation).toEqual(new Float32Array(points).fill(points < 2 ? NaN : 1));
  });

  test('identical vectors: nobody is an intruder, nothing has an order', async () => {
    const same = searchVectors(new Float32Array(50 * 3).fill(2), 3, 'cosine');
    const quality = await layoutQuality({ vectors: same, lists: listsOf(dense(new Float32Array(50 * 3).fill(2), 3, 'cosine'), 12), positions: anyMap.slice(0, 100) });
    expect(quality).toMatchObject({ trustworthiness: 1, randomTripletAccuracy: NaN });
  });

  test('stops when aborted', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(layoutQuality({ vectors: flat, lists, positions: plane }, searchPace(abort.signal))).rejects.toMatchObject({ code: 'aborted' });
  });

  test('lets other tasks run', async () => {
    let yields = 0;
    const large: SearchVectors = { values: new Float32Array(20_000 * 64).map((_, at) => (at * 7919) % 1009), dimensions: 64 };
    const positions = normal(40_000);
    const none: NeighborLists = { indices: new Uint32Array(0), distances: new Float32Array(0), k: 10 };
    await layoutQuality({ vectors: large, lists: none, positions }, searchPace(undefined, () => yields++));
    expect(yields).toBeGreaterThan(0);
  });

  test('rejects positions that are not finite, or of more points than there are vectors', async () => {
    await expect(layoutQuality({ vectors: flat, lists, positions: plane.map((value, at) => (at === 9 ? NaN : value)) })).rejects.toThrow(/finite positions, received NaN at point 4/);
    await expect(layoutQuality({ vectors: flat, lists, positions: normal(POINTS * 2 + 2) })).rejects.toThrow(/at most 300 points, received 301/);
  });
});

test('sampleSize shrinks with the work that a point takes', () => {
  expect(sampleSize(100, 50)).toBe(100);
  expect(sampleSize(20_000, 100)).toBe(500);
  expect(sampleSize(20_000, 100, 80)).toBe(80);
  expect(sampleSize(341_479, 100)).toBe(46);
  expect(sampleSize(2_000_000, 300)).toBe(32);
});
