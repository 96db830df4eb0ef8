import { describe, expect, test } from 'vitest';
import { neighborhood, neighborTowards } from '../../../src/engine/pick/neighborhood';
import { createGaussian, createRandom } from '../../../src/engine/random';

const n = 400;
const dimensions = 6;
const gaussian = createGaussian(createRandom(11));
const vectors = Float32Array.from({ length: n * dimensions }, gaussian);
const positions = Float32Array.from({ length: 2 * n }, gaussian);

const euclidean = (values: Float32Array, length: number, a: number, b: number) =>
  Math.hypot(...Array.from({ length }, (_, d) => values[a * length + d] - values[b * length + d]));
const others = (id: number, distance: (other: number) => number) =>
  Array.from({ length: n }, (_, other) => other).filter((other) => other !== id).sort((a, b) => distance(a) - distance(b));
const inData = others(9, (other) => euclidean(vectors, dimensions, 9, other));
const onMap = others(9, (other) => euclidean(positions, 2, 9, other));

describe('what is around a point', () => {
  test('is its nearest in the data and on the map, each with both ranks', async () => {
    const found = await neighborhood(vectors, positions, { dimensions, id: 9, k: 7, metric: 'euclidean' });
    expect(found.nearest.map(({ id, rank, mapRank }) => [id, rank, mapRank])).toEqual(inData.slice(0, 7).map((id, i) => [id, i + 1, onMap.indexOf(id) + 1]));
    expect(found.onMap.map(({ id, rank, mapRank }) => [id, rank, mapRank])).toEqual(onMap.slice(0, 7).map((id, i) => [id, inData.indexOf(id) + 1, i + 1]));
    for (const { id, distance } of [...found.nearest, ...found.onMap]) expect(distance).toBeCloseTo(euclidean(vectors, dimensions, 9, id), 5);
  });

  test('calls ranks beyond ten times k far, and never more than half of the points', async () => {
    expect((await neighborhood(vectors, positions, { dimensions, id: 0, k: 5 })).farRank).toBe(50);
    expect((await neighborhood(vectors, positions, { dimensions, id: 0, k: 60 })).farRank).toBe(200);
    expect((await neighborhood(vectors, positions, { dimensions, id: 0, k: 300 })).farRank).toBe(300);
  });

  test('has no rank on the map for rows that are not placed yet', async () => {
    const leading = positions.subarray(0, n);
    const found = await neighborhood(vectors, leading, { dimensions, id: 9, k: 20, metric: 'euclidean' });
    const placed = onMap.filter((id) => id < n / 2);
    expect(found.nearest.map(({ mapRank }) => mapRank)).toEqual(inData.slice(0, 20).map((id) => (id < n / 2 ? placed.indexOf(id) + 1 : null)));
    expect(found.onMap.map(({ id }) => id)).toEqual(placed.slice(0, 20));
    expect((await neighborhood(vectors, leading, { dimensions, id: n - 1, k: 3 })).onMap).toEqual([]);
    expect((await neighborhood(vectors, null, { dimensions, id: 9, k: 3 })).nearest.map(({ mapRank }) => mapRank)).toEqual([null, null, null]);
  });

  test('counts equal vectors by their order', async () => {
    const same = new Float32Array(4).fill(1);
    const found = await neighborhood(same, Float32Array.of(0, 0, 1, 0, 1, 0, 1, 0), { dimensions: 1, id: 1, k: 3, metric: 'euclidean' });
    expect(found.nearest.map(({ id, rank, mapRank }) => [id, rank, mapRank])).toEqual([[0, 1, 3], [2, 2, 1], [3, 3, 2]]);
  });
});

describe('the next point in a direction', () => {
  //      4
  //   1  0  2     3
  const cross = Float32Array.of(0, 0, -1, 0, 1, 0, 5, 0, 0, 2);
  const distances = Float32Array.of(0, 0.9, 0.5, 0.2, 0.1);

  test('is the nearest in the data of those that lie there on the map', () => {
    expect(neighborTowards(distances, cross, 0, 1, 0)).toBe(3);
    expect(neighborTowards(distances, cross, 0, -1, 0)).toBe(1);
    expect(neighborTowards(distances, cross, 0, 0, 1)).toBe(4);
    expect(neighborTowards(distances, cross, 0, 0, -1)).toBe(-1);
  });

  test('passes masked points over', () => {
    expect(neighborTowards(distances, cross, 0, 1, 0, Uint8Array.of(0, 0, 0, 1, 0))).toBe(2);
  });
});
