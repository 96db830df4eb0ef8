import { describe, expect, test } from 'vitest';
import { rowNeighbors } from '../../../src/engine/pick/row-neighbors';
import { createGaussian, createRandom } from '../../../src/engine/random';

const n = 300;
const dimensions = 5;
const vectors = Float32Array.from({ length: n * dimensions }, createGaussian(createRandom(7)));
const row = (i: number) => [...vectors.subarray(i * dimensions, (i + 1) * dimensions)];
const dot = (a: number[], b: number[]) => a.reduce((sum, value, d) => sum + value * b[d], 0);

describe.each([
  ['cosine', (a: number[], b: number[]) => 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))],
  ['euclidean', (a: number[], b: number[]) => Math.hypot(...a.map((value, d) => value - b[d]))],
  ['dot', (a: number[], b: number[]) => -dot(a, b)],
] as const)('the nearest rows by %s', (metric, distance) => {
  test('are those of a full sort, without the row itself', async () => {
    const expected = Array.from({ length: n }, (_, id) => ({ id, distance: distance(row(42), row(id)) }))
      .filter(({ id }) => id !== 42)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 10);
    const found = await rowNeighbors(vectors, { dimensions, id: 42, k: 10, metric });
    expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    found.forEach((neighbor, i) => expect(neighbor.distance).toBeCloseTo(expected[i].distance, 5));
  });
});

test('fewer rows than asked for are all there are', async () => {
  expect(await rowNeighbors(Float32Array.of(1, 0, 0, 1), { dimensions: 2, id: 0, k: 10 })).toEqual([{ id: 1, distance: 1 }]);
});

test('a zero row is at cosine distance 1', async () => {
  expect(await rowNeighbors(Float32Array.of(1, 0, 0, 0), { dimensions: 2, id: 0, k: 1 })).toEqual([{ id: 1, distance: 1 }]);
});
