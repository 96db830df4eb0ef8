import { describe, expect, it } from 'vitest';
import { createDevice } from '../../../src/engine/kernels';
import { createCpuDevice } from '../../../src/engine/kernels/cpu-device';
import { descendNeighbors, exactNeighbors, searchVectors } from '../../../src/engine/neighbors';
import { plantedClusters } from '../clusters';
import { clustered, describeDescent, DIMENSIONS, exactLists, expectOrdered, recall, withBufferBytes } from './descent-specification';

describeDescent('the CPU without SIMD', async () => createCpuDevice());

const search = { k: 15, metric: 'euclidean', seed: 1 } as const;
const vectors = searchVectors(clustered(), DIMENSIONS, 'euclidean');

describe('NN-descent', () => {
  it('gives the same on the CPU with SIMD', async () => {
    const { device } = await createDevice('cpu');
    expect(await descendNeighbors(device, vectors, search)).toEqual(await descendNeighbors(createCpuDevice(), vectors, search));
    device.dispose();
  });

  it('finds long lists by cosine: k = 60', async () => {
    const directions = searchVectors(clustered(), DIMENSIONS, 'cosine');
    const lists = await descendNeighbors(createCpuDevice(), directions, { k: 60, metric: 'cosine', seed: 1 });
    expect(recall(lists, await exactLists(directions, 60, 'cosine'))).toBeGreaterThanOrEqual(0.95);
    expectOrdered(lists);
  });

  it('finds 95 % where nothing helps: one Gaussian cloud; what it misses depends on the seed', async () => {
    const cloud = searchVectors(plantedClusters({ points: 3000, dimensions: DIMENSIONS, clusters: 1 }).vectors, DIMENSIONS, 'euclidean');
    const truth = await exactLists(cloud, 15, 'euclidean');
    const [first, second] = await Promise.all([1, 2].map((seed) => descendNeighbors(createCpuDevice(), cloud, { ...search, seed })));
    expect(recall(first, truth)).toBeGreaterThanOrEqual(0.95);
    expect(recall(second, truth)).toBeGreaterThanOrEqual(0.95);
    expect(first.indices).not.toEqual(second.indices);
  });

  it('compares all pairs of few points', async () => {
    const few = { ...vectors, values: vectors.values.slice(0, 500 * DIMENSIONS) };
    for (const k of [0, 1, 15, 499]) {
      expect(await descendNeighbors(createCpuDevice(), few, { ...search, k })).toEqual(await exactNeighbors(createCpuDevice(), few, { ...search, k }));
    }
  });

  it('fills the lists of identical points', async () => {
    const lists = await descendNeighbors(createCpuDevice(), { values: new Float32Array(1500 * 4).fill(0.3), dimensions: 4 }, search);
    expect(lists.distances.every((distance) => distance === 0)).toBe(true);
    expectOrdered(lists);
  });

  it('tells of progress, upwards, to the end', async () => {
    const shares: number[] = [];
    await descendNeighbors(createCpuDevice(), vectors, { ...search, onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBe(1);
  });

  it.each([
    [100, /vectors of at most 4 × 100000 bytes on cpu, received 800000 bytes/],
    [4, /at most 3125 points on cpu, received 4000/],
  ])('says what does not fit: vectors of %i dimensions', async (dimensions, message) => {
    const device = createCpuDevice();
    const points = dimensions === 4 ? 4000 : 2000;
    const refused = descendNeighbors(withBufferBytes(device, 100_000), { values: new Float32Array(points * dimensions), dimensions }, search);
    await expect(refused).rejects.toMatchObject({ code: 'out-of-memory', message: expect.stringMatching(message) });
    expect(device.memory.buffers).toBe(0);
  });

  it('refuses vectors whose distances overflow', async () => {
    const values = vectors.values.map((value, at) => (at < DIMENSIONS ? 1e30 : value));
    await expect(descendNeighbors(createCpuDevice(), { ...vectors, values }, search)).rejects.toMatchObject({ code: 'invalid-data', received: expect.stringContaining('row 0') });
  });
});

describe('the exact search', () => {
  it('says that vectors do not fit one buffer', async () => {
    const device = createCpuDevice();
    await expect(exactNeighbors(withBufferBytes(device, 255_999), vectors, search)).rejects.toMatchObject({ code: 'out-of-memory', received: '256000 bytes' });
    expect(device.memory.buffers).toBe(0);
  });

  it('takes tiles as large as the limit allows', async () => {
    const exact = await exactNeighbors(createCpuDevice(), vectors, search);
    expect(await exactNeighbors(withBufferBytes(createCpuDevice(), 256_000), vectors, search)).toEqual(exact);
  });
});
