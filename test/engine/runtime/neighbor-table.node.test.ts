import { expect, test } from 'vitest';
import { nearestNeighbors, neighborTable } from '../../../src/engine/runtime';
import { plantedClusters } from '../clusters';

const { vectors, dimensions } = plantedClusters({ points: 200, dimensions: 8, clusters: 4 });

test('a table of neighbours is that of an exact search', async () => {
  const { indices, distances, k } = await neighborTable(vectors, { dimensions, k: 5, backend: 'cpu' });
  const exact = await nearestNeighbors(vectors, { dimensions, k: 5, backend: 'cpu' });
  expect(k).toBe(5);
  expect(indices).toEqual(exact.indices);
  expect(distances).toEqual(exact.distances);
});

test('few rows have as many neighbours as there are', async () => {
  expect(await neighborTable(vectors.slice(0, 3 * dimensions), { dimensions, k: 5, backend: 'cpu' })).toMatchObject({ k: 2 });
  expect(await neighborTable(vectors.slice(0, dimensions), { dimensions, k: 5 })).toMatchObject({ k: 0, indices: new Uint32Array(0) });
});

test('it can be aborted, and refuses what is no vector', async () => {
  const abort = new AbortController();
  const table = neighborTable(vectors, { dimensions, k: 5, backend: 'cpu', signal: abort.signal });
  abort.abort();
  await expect(table).rejects.toMatchObject({ code: 'aborted' });
  await expect(neighborTable(vectors, { dimensions, k: 5, signal: abort.signal })).rejects.toMatchObject({ code: 'aborted' });
  await expect(neighborTable(Float32Array.of(1, NaN, 1, 2, 0, 1), { dimensions: 2, k: 1, backend: 'cpu' })).rejects.toMatchObject({ code: 'invalid-data' });
});
