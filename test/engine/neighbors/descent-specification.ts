import { beforeAll, describe, expect, it } from 'vitest';
import { createDevice, type Device } from '../../../src/engine/kernels';
import { descendNeighbors, exactNeighbors, searchVectors, type SearchVectors } from '../../../src/engine/neighbors';
import type { Metric, NeighborLists } from '../../../src/engine/types';
import { plantedClusters } from '../clusters';

export const POINTS = 2000;
export const DIMENSIONS = 32;

export const clustered = () => plantedClusters({ points: POINTS, dimensions: DIMENSIONS, clusters: 12, apart: 2 }).vectors;

/** The device, as if its buffers could not be larger. */
export function withBufferBytes(device: Device, bufferBytes: number): Device {
  return Object.create(device, { limits: { value: { bufferBytes } } }) as Device;
}

export async function exactLists(vectors: SearchVectors, k: number, metric: Metric): Promise<NeighborLists> {
  const { device } = await createDevice('cpu');
  const lists = await exactNeighbors(device, vectors, { k, metric });
  device.dispose();
  return lists;
}

/** Distances of those neighbours that the other lists have in the same place. */
function sharedDistances({ distances, indices }: NeighborLists, other: NeighborLists): Float32Array {
  return distances.filter((_, at) => indices[at] === other.indices[at]);
}

/** Share of the neighbours in `truth` that are in `lists`. */
export function recall(lists: NeighborLists, truth: NeighborLists): number {
  const { k } = truth;
  let found = 0;
  for (let list = 0; list < truth.indices.length; list += k) {
    const have = new Set(lists.indices.subarray(list, list + k));
    for (const neighbor of truth.indices.subarray(list, list + k)) if (have.has(neighbor)) found++;
  }
  return found / truth.indices.length;
}

/** Every list holds k different rows that are not its own, by ascending distance. */
export function expectOrdered({ indices, distances, k }: NeighborLists): void {
  for (let row = 0; row < indices.length / k; row++) {
    const list = indices.subarray(row * k, (row + 1) * k);
    expect(new Set(list).add(row).size).toBe(k + 1);
    for (let at = row * k + 1; at < (row + 1) * k; at++) expect(distances[at]).toBeGreaterThanOrEqual(distances[at - 1]);
  }
}

/** What NN-descent must do on every device. */
export function describeDescent(name: string, create: () => Promise<Device>): void {
  describe(`NN-descent on ${name}`, () => {
    const descend = async (vectors: SearchVectors, use: (device: Device) => Device = (device) => device) => {
      const device = await create();
      const before = { ...device.memory };
      const lists = await descendNeighbors(use(device), vectors, { k: 15, metric: 'euclidean', seed: 1 });
      expect(device.memory).toEqual(before);
      device.dispose();
      return lists;
    };

    const vectors = searchVectors(clustered(), DIMENSIONS, 'euclidean');
    let lists: NeighborLists;
    let truth: NeighborLists;
    beforeAll(async () => {
      lists = await descend(vectors);
      truth = await exactLists(vectors, 15, 'euclidean');
    });

    it('finds 95 % of the 15 nearest, with their exact distances', () => {
      expect(recall(lists, truth)).toBeGreaterThanOrEqual(0.95);
      expectOrdered(lists);
      expect(sharedDistances(lists, truth)).toEqual(sharedDistances(truth, lists));
    });

    it('gives the same lists for the same seed, in however many buffers and slices', async () => {
      expect(await descend(vectors)).toEqual(lists);
      // Two buffers of vectors, which are 256,000 bytes, and many slices.
      expect(await descend(vectors, (device) => withBufferBytes(device, 200_000))).toEqual(lists);
    });

    it('works within small limits: four buffers of vectors, samples of four', async () => {
      const small = await descend(vectors, (device) => withBufferBytes(device, 64_000));
      expect(recall(small, truth)).toBeGreaterThanOrEqual(0.9);
    });

    it('stops when aborted, and gives back what it held', async () => {
      const device = await create();
      const controller = new AbortController();
      const search = descendNeighbors(device, vectors, {
        k: 15, metric: 'euclidean', seed: 1, signal: controller.signal,
        onProgress(share) {
          if (share > 0.2) controller.abort();
        },
      });
      await expect(search).rejects.toMatchObject({ code: 'aborted' });
      expect(device.memory).toEqual({ buffers: 0, bytes: 0 });
      device.dispose();
    });
  });
}
