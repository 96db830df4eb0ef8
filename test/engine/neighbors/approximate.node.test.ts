import { beforeAll, describe, expect, it } from 'vitest';
import { createDevice, createNeighborKernels, type Device } from '../../../src/engine/kernels';
import { createCpuDevice } from '../../../src/engine/kernels/cpu-device';
import { approximateNeighbors, CellSearch, copyRows, createRows, exactDistance, exactNeighbors, findNeighbors, sampledRecall, searchMethod, searchPace, searchVectors, writeRows } from '../../../src/engine/neighbors';
import type { HireHelpers } from '../../../src/engine/neighbors';
import { createGaussian, createRandom } from '../../../src/engine/random';
import type { Metric, NeighborLists } from '../../../src/engine/types';
import { frequentWords } from '../real-words';

/** Row-major [points, dimensions]: Gaussian clusters around Gaussian centres. */
function clusters(points: number, dimensions: number, count: number, spread: number, seed: number): Float32Array {
  const normal = createGaussian(createRandom(seed));
  const centers = Float32Array.from({ length: count * dimensions }, normal);
  return Float32Array.from({ length: points * dimensions }, (_, at) => {
    const row = Math.floor(at / dimensions);
    return centers[(row % count) * dimensions + (at % dimensions)] + spread * normal();
  });
}

function expectProper({ indices, distances, k }: NeighborLists, points: number): void {
  for (let i = 0; i < points; i++) {
    const list = [...indices.subarray(i * k, (i + 1) * k)];
    const near = [...distances.subarray(i * k, (i + 1) * k)];
    expect(new Set(list).size).toBe(k);
    expect(list).not.toContain(i);
    expect(Math.max(...list)).toBeLessThan(points);
    expect(near).toEqual([...near].sort((a, b) => a - b));
  }
}

describe('approximate neighbours', () => {
  let device: Device;
  beforeAll(async () => {
    ({ device } = await createDevice('cpu'));
  });

  it.each<[Metric, number]>([['cosine', 0], ['euclidean', 0], ['euclidean', 100]])('by %s (clusters %i off the origin) are nearly those of all pairs', async (metric, offset) => {
    const vectors = searchVectors(clusters(5000, 32, 40, 0.6, 7).map((value) => value + offset), 32, metric);
    const lists = await approximateNeighbors(vectors, { k: 15, metric });
    expectProper(lists, 5000);
    expect(await sampledRecall(device, vectors, lists, { metric, rows: 500 })).toBeGreaterThan(0.95);
    for (let i = 0; i < 5000; i += 97) {
      for (let j = i * 15; j < (i + 1) * 15; j++) expect(lists.distances[j]).toBe(Math.fround(exactDistance(vectors, i, lists.indices[j], metric)));
    }
  });

  it('of word vectors, with their hubs, are nearly those of all pairs', async () => {
    const { vectors, dimensions } = await frequentWords(10_000);
    const words = searchVectors(vectors, dimensions, 'cosine');
    const lists = await approximateNeighbors(words, { k: 15, metric: 'cosine' });
    expect(await sampledRecall(device, words, lists, { metric: 'cosine' })).toBeGreaterThan(0.98);
  });

  it('are found in one shapeless cloud too, and for long lists', async () => {
    const vectors = searchVectors(clusters(3000, 24, 1, 1, 3), 24, 'euclidean');
    const lists = await approximateNeighbors(vectors, { k: 90, metric: 'euclidean' });
    expectProper(lists, 3000);
    expect(await sampledRecall(device, vectors, lists, { metric: 'euclidean' })).toBeGreaterThan(0.9);
  });

  it('are the same for the same seed, and may differ for another', async () => {
    const vectors = searchVectors(clusters(2000, 30, 20, 1, 5), 30, 'cosine');
    const search = (seed: number) => approximateNeighbors(vectors, { k: 10, metric: 'cosine', seed });
    expect(await search(4)).toEqual(await search(4));
    expect((await search(4)).indices).not.toEqual((await search(9)).indices);
  });

  it.each([[2, 1], [3, 2], [7, 6], [40, 39], [300, 299], [1000, 300]])('of %i points reach k = %i', async (points, k) => {
    const vectors = searchVectors(clusters(points, 6, 3, 0.5, points), 6, 'euclidean');
    expectProper(await approximateNeighbors(vectors, { k, metric: 'euclidean' }), points);
  });

  it('are empty for k = 0', async () => {
    const lists = await approximateNeighbors(searchVectors(new Float32Array(12), 4, 'cosine'), { k: 0, metric: 'cosine' });
    expect(lists).toEqual({ indices: new Uint32Array(0), distances: new Float32Array(0), k: 0 });
  });

  it.each(['cosine', 'euclidean'] as const)('of identical points are any, at distance 0 (%s)', async (metric) => {
    const points = 3000;
    const vectors = searchVectors(new Float32Array(points * 5).fill(2), 5, metric);
    const lists = await approximateNeighbors(vectors, { k: 8, metric });
    expectProper(lists, points);
    expect(lists.distances.every((distance) => distance === 0)).toBe(true);
    expect(await sampledRecall(device, vectors, lists, { metric })).toBe(1);
  });

  it('are found far from a few rows of enormous length', async () => {
    const values = clusters(3000, 16, 10, 0.5, 8);
    for (let row = 0; row < 3; row++) for (let d = 0; d < 16; d++) values[row * 16 + d] *= 1e4;
    const vectors = searchVectors(values, 16, 'euclidean');
    const lists = await approximateNeighbors(vectors, { k: 15, metric: 'euclidean' });
    expectProper(lists, 3000);
    expect(await sampledRecall(device, vectors, lists, { metric: 'euclidean' })).toBeGreaterThan(0.95);
  });

  it('report shares that grow to 1', async () => {
    const shares: number[] = [];
    await approximateNeighbors(searchVectors(clusters(3000, 16, 10, 1, 1), 16, 'cosine'), { k: 15, metric: 'cosine', onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 6);
  });

  it('stop when the signal fires', async () => {
    const controller = new AbortController();
    const search = approximateNeighbors(searchVectors(clusters(20_000, 16, 10, 1, 1), 16, 'cosine'), {
      k: 15,
      metric: 'cosine',
      signal: controller.signal,
      onProgress: (share) => share > 0.2 && controller.abort(),
    });
    await expect(search).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('approximate neighbours by several threads', () => {
  /** A helper in this thread; from task `failsAt` on it rejects. */
  function crew(failsAt: (number | null)[], closed: { count: number }): HireHelpers {
    return (rows, index, length) =>
      failsAt.map((fails) => {
        const points = index.offsets.at(-1);
        const values = copyRows(rows, 0, points);
        const search = createNeighborKernels().then((kernels) => {
          const own = createRows(kernels, points, rows.dimensions);
          writeRows(own, 0, values);
          return new CellSearch(kernels, own, index, length);
        });
        let task = 0;
        const attempt = async <T>(work: (cells: CellSearch) => T | Promise<T>): Promise<T> => {
          if (fails !== null && task++ >= fails) throw new Error('gone');
          return work(await search);
        };
        return {
          scan: (from, to) => attempt((cells) => cells.scan(from, to, searchPace())),
          lists: (from, to) => attempt((cells) => cells.slice(from, to)),
          replace: (lists, from) => attempt((cells) => cells.replace(lists, from)),
          fixGraph: () => attempt((cells) => cells.fixGraph()),
          join: (from, to) =>
            attempt(async (cells) => {
              await cells.join(from, to, searchPace());
              return cells.slice(from, to);
            }),
          close: () => void closed.count++,
        };
      });
  }

  it.each([
    ['one helper', [null]],
    ['three helpers', [null, null, null]],
    ['a helper that never works', [0]],
    ['a helper that fails while it scans', [3, null]],
    ['a helper that fails later', [60]],
  ])('are those of one thread: %s', async (_, failsAt) => {
    const vectors = searchVectors(clusters(3000, 20, 30, 1, 6), 20, 'cosine');
    const search = { k: 12, metric: 'cosine', seed: 2 } as const;
    const closed = { count: 0 };
    expect(await approximateNeighbors(vectors, search, crew(failsAt, closed))).toEqual(await approximateNeighbors(vectors, search));
    expect(closed.count).toBe(failsAt.length);
  });
});

describe('the choice of a search', () => {
  it('is exact for few points, and for more of them on a GPU that is not emulated', () => {
    const points = (count: number) => ({ values: new Float32Array(4 * count), dimensions: 4 });
    const limits = { bufferBytes: 16 * 350_000 };
    const cpu = { backend: 'cpu', software: false, limits: { bufferBytes: Infinity } } as const;
    expect(searchMethod(points(1000), cpu)).toBe('exact');
    expect(searchMethod(points(50_000), cpu)).toBe('cells');
    expect(searchMethod(points(20_000), { backend: 'webgpu', software: true, limits })).toBe('cells');
    expect(searchMethod(points(20_000), { backend: 'webgpu', software: false, limits })).toBe('exact');
    expect(searchMethod(points(341_479), { backend: 'webgpu', software: false, limits })).toBe('descent');
  });

  it('does not compare all pairs where the vectors fit no buffer of the GPU', () => {
    const vectors = { values: new Float32Array(4 * 20_000), dimensions: 4 };
    expect(searchMethod(vectors, { backend: 'webgpu', software: false, limits: { bufferBytes: vectors.values.byteLength - 1 } })).toBe('descent');
  });

  it('gives exact lists to few points', async () => {
    const device = createCpuDevice();
    const vectors = searchVectors(clusters(200, 8, 4, 1, 2), 8, 'cosine');
    expect(await findNeighbors(device, vectors, { k: 5, metric: 'cosine' })).toEqual(await exactNeighbors(device, vectors, { k: 5, metric: 'cosine' }));
  });

  it('takes cells for many', async () => {
    const { device } = await createDevice('cpu');
    const vectors = searchVectors(clusters(9000, 8, 4, 1, 2), 8, 'cosine');
    expect(await findNeighbors(device, vectors, { k: 5, metric: 'cosine' })).toEqual(await approximateNeighbors(vectors, { k: 5, metric: 'cosine' }));
  });
});

describe('sampled recall', () => {
  it('is 1 for exact lists and the share kept for spoilt ones', async () => {
    const device = createCpuDevice();
    const vectors = searchVectors(clusters(400, 8, 4, 1, 2), 8, 'euclidean');
    const lists = await exactNeighbors(device, vectors, { k: 10, metric: 'euclidean' });
    expect(await sampledRecall(device, vectors, lists, { metric: 'euclidean', rows: 50 })).toBe(1);
    const spoilt = { ...lists, distances: lists.distances.map((distance, at) => (at % 10 < 7 ? distance : Infinity)) };
    expect(await sampledRecall(device, vectors, spoilt, { metric: 'euclidean', rows: 50 })).toBeCloseTo(0.7, 6);
    expect(device.memory.buffers).toBe(0);
  });
});
