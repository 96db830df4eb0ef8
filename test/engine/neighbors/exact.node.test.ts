import { describe, expect, it } from 'vitest';
import { createDevice } from '../../../src/engine/kernels';
import { createCpuDevice } from '../../../src/engine/kernels/cpu-device';
import { ExactSearch, exactNeighbors, searchVectors } from '../../../src/engine/neighbors';
import { nearestNeighbors } from '../../../src/engine/runtime';
import type { Metric } from '../../../src/engine/types';
import { randomFloats } from '../kernels/kernel-cases';

/** All distances by definition, in float64. */
function distance(vectors: Float32Array, dimensions: number, a: number, b: number, metric: Metric): number {
  const row = (i: number) => vectors.subarray(i * dimensions, (i + 1) * dimensions);
  if (metric === 'euclidean') return Math.hypot(...row(a).map((value, d) => value - row(b)[d]));
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, d) => sum + value * y[d], 0);
  const lengths = Math.sqrt(dot(row(a), row(a)) * dot(row(b), row(b)));
  if (lengths === 0) return dot(row(a), row(a)) === dot(row(b), row(b)) ? 0 : 1;
  return 1 - dot(row(a), row(b)) / lengths;
}

const METRICS: Metric[] = ['cosine', 'euclidean'];
const SIZES = [[2, 3, 1], [3, 1, 2], [5, 4, 4], [101, 7, 15], [301, 50, 300], [1001, 12, 90]] as const;

describe('exact neighbours', () => {
  it.each(METRICS.flatMap((metric) => SIZES.map(([points, dimensions, k]) => [metric, points, dimensions, k] as const)))(
    'by %s are those of all pairs, nearest first, without the point itself: %i × %i, k = %i', async (metric, points, dimensions, k) => {
      const vectors = randomFloats(points * dimensions, points);
      for (const device of [createCpuDevice(), (await createDevice('cpu')).device]) {
        const { indices, distances } = await exactNeighbors(device, searchVectors(vectors, dimensions, metric), { k, metric });
        for (const i of new Set([0, 1, points >> 1, points - 1])) {
          const expected = Array.from({ length: points }, (_, j) => j).filter((j) => j !== i).map((j) => distance(vectors, dimensions, i, j, metric)).sort((a, b) => a - b);
          const list = [...indices.subarray(i * k, (i + 1) * k)];
          expect(new Set(list).size).toBe(k);
          expect(list).not.toContain(i);
          for (const [j, neighbor] of list.entries()) {
            expect(distances[i * k + j]).toBeCloseTo(expected[j], 4);
            expect(distance(vectors, dimensions, i, neighbor, metric)).toBeCloseTo(expected[j], 4);
          }
        }
        expect(device.memory.buffers).toBe(0);
      }
    },
  );

  it('are exact far from the origin: 1,000 times the cloud’s size', async () => {
    const cloud = randomFloats(200 * 8, 1);
    const { device } = await createDevice('cpu');
    const near = await exactNeighbors(device, searchVectors(cloud.map((value) => Math.round(value * 4096) / 4096), 8, 'euclidean'), { k: 5, metric: 'euclidean' });
    const far = await exactNeighbors(device, searchVectors(cloud.map((value) => 1000 + Math.round(value * 4096) / 4096), 8, 'euclidean'), { k: 5, metric: 'euclidean' });
    expect([...far.indices].filter((index, at) => index !== near.indices[at]).length).toBeLessThan(10);
  });

  it('of identical rows are at distance 0, ties by the lower row', async () => {
    for (const metric of METRICS) {
      const { indices, distances } = await nearestNeighbors(new Float32Array(6 * 3).fill(0.1), { dimensions: 3, k: 2, metric, backend: 'cpu' });
      expect([...distances]).toEqual(Array.from({ length: 12 }, () => 0));
      expect([...indices]).toEqual([1, 2, 0, 2, 0, 1, 0, 1, 0, 1, 0, 1]);
    }
  });

  it('an all-zero row is at cosine distance 1 from all others, 0 from its like', async () => {
    const { distances } = await nearestNeighbors(Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0), { dimensions: 2, k: 3, backend: 'cpu' });
    expect([...distances.subarray(0, 3)]).toEqual([0, 1, 1]);
  });

  it('of a block of rows are that part of all', async () => {
    const vectors = searchVectors(randomFloats(101 * 6, 1), 6, 'cosine');
    const search = new ExactSearch(createCpuDevice(), vectors);
    const all = await search.search({ k: 4, metric: 'cosine' });
    const block = await search.search({ k: 4, metric: 'cosine', from: 17, to: 40 });
    expect(block.indices).toEqual(all.indices.slice(17 * 4, 40 * 4));
    expect(block.distances).toEqual(all.distances.slice(17 * 4, 40 * 4));
  });

  it('leave the vectors as they are', async () => {
    const vectors = randomFloats(60, 1);
    const before = vectors.slice();
    await nearestNeighbors(vectors, { dimensions: 6, k: 3, backend: 'cpu' });
    expect(vectors).toEqual(before);
  });

  it.each([[{ k: 0 }, '0'], [{ k: 10 }, '10'], [{ k: 1.5 }, '1.5'], [{ metric: 'dot' }, 'dot']])('refuse %o', async (options, received) => {
    await expect(nearestNeighbors(randomFloats(60, 1), { dimensions: 6, k: 3, backend: 'cpu', ...(options as object) })).rejects.toMatchObject({ code: 'invalid-option', received });
  });

  it('obey a signal', async () => {
    await expect(nearestNeighbors(randomFloats(60, 1), { dimensions: 6, k: 3, backend: 'cpu', signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
    const controller = new AbortController();
    const search = nearestNeighbors(randomFloats(12_000 * 16, 1), { dimensions: 16, k: 30, backend: 'cpu', signal: controller.signal, onProgress: () => controller.abort() });
    await expect(search).rejects.toMatchObject({ code: 'aborted' });
  });
});
