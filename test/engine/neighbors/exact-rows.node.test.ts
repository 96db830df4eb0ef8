import { expect, it } from 'vitest';
import { createCpuDevice } from '../../../src/engine/kernels/cpu-device';
import { exactNeighbors, exactNeighborsOfRows, searchVectors } from '../../../src/engine/neighbors';
import type { Metric } from '../../../src/engine/types';
import { randomFloats } from '../kernels/kernel-cases';

const METRICS: Metric[] = ['cosine', 'euclidean'];

it.each(METRICS)('some rows’ neighbours by %s are those that all have, in buffers within the limit', async (metric) => {
  const points = 700;
  const vectors = searchVectors(randomFloats(points * 8, 2), 8, metric);
  const all = await exactNeighbors(createCpuDevice(), vectors, { k: 6, metric });
  const rows = Uint32Array.from({ length: 300 }, (_, i) => points - 1 - 2 * i);
  const device = createCpuDevice();
  const bufferBytes = 4 * 8 * 400;
  const uploads: number[] = [];
  const limited = {
    ...device,
    limits: { bufferBytes },
    upload: ((type, values) => {
      uploads.push(values.byteLength);
      return device.upload(type, values);
    }) as typeof device.upload,
  };
  const lists = await exactNeighborsOfRows(limited, vectors, rows, { k: 6, metric });
  rows.forEach((row, i) => expect([...lists.indices.subarray(i * 6, i * 6 + 6)]).toEqual([...all.indices.subarray(row * 6, row * 6 + 6)]));
  expect(lists.distances.subarray(0, 6)).toEqual(all.distances.subarray(rows[0] * 6, rows[0] * 6 + 6));
  expect(uploads.length).toBeGreaterThan(2);
  expect(Math.max(...uploads)).toBeLessThanOrEqual(bufferBytes);
  expect(device.memory.buffers).toBe(0);
});

it('Identical rows are no trouble: any of them, at distance 0', async () => {
  const vectors = searchVectors(new Float32Array(50 * 4).fill(1), 4, 'cosine');
  const { indices, distances } = await exactNeighborsOfRows(createCpuDevice(), vectors, Uint32Array.of(7, 8), { k: 20, metric: 'cosine' });
  expect(new Set(indices.subarray(0, 20)).size).toBe(20);
  expect(indices.subarray(0, 20)).not.toContain(7);
  expect(distances.every((distance) => distance === 0)).toBe(true);
});
