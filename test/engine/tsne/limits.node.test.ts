import { expect, it } from 'vitest';
import { createDevice, type Device } from '../../../src/engine/kernels';
import { findNeighbors, sampledRecall, searchMethod, searchVectors } from '../../../src/engine/neighbors';
import { resolveTsneOptions, TsneLayout } from '../../../src/engine/tsne';
import { labelAgreement, plantedClusters } from '../clusters';

/** A GPU by its word, with small bindings; it notes the largest buffer it was asked for. */
async function limitedDevice(bufferBytes: number): Promise<{ device: Device; largest: { bytes: number } }> {
  const { device: cpu, choice } = await createDevice('cpu');
  expect(choice.backend).toBe('cpu');
  const largest = { bytes: 0 };
  const noted = <B extends { length: number }>(buffer: B): B => {
    largest.bytes = Math.max(largest.bytes, 4 * buffer.length);
    return buffer;
  };
  const device: Device = {
    ...cpu,
    backend: 'webgpu',
    limits: { bufferBytes },
    upload: (type, values) => noted(cpu.upload(type, values)),
    run: (kernel, inputs, params) => noted(cpu.run(kernel, inputs, params)),
  };
  return { device, largest };
}

it('A search and a layout stay within the largest binding of an adapter: vectors in blocks, fewer edges', async () => {
  const { vectors, labels, dimensions } = plantedClusters({ points: 3000, dimensions: 96, clusters: 8 });
  const bufferBytes = 600_000;
  const { device, largest } = await limitedDevice(bufferBytes);
  const rows = searchVectors(vectors, dimensions, 'euclidean');
  expect(rows.values.byteLength).toBeGreaterThan(bufferBytes);
  expect(searchMethod(rows, device)).toBe('descent');

  const options = resolveTsneOptions({ dimensions, metric: 'euclidean', iterations: 60 });
  const layout = new TsneLayout(vectors.slice(), options, { device, choice: { ...(await createDevice('cpu')).choice, backend: 'webgpu' }, sliceMs: 0, findNeighbors });
  let positions = new Float32Array(0) as Float32Array;
  for await (const snapshot of layout.run()) positions = snapshot.positions;
  expect(labelAgreement(positions.subarray(0, 1000), labels.subarray(0, 500))).toBeGreaterThan(0.9);
  // 90 neighbours of a perplexity of 30 would make up to 2.1 MB of edges.
  expect(layout.status).toMatchObject({ points: 3000, neighbors: 25, perplexity: 25 / 3 });

  const placed = await layout.place(vectors.slice(0, 3 * dimensions));
  expect(placed.every(Number.isFinite)).toBe(true);
  expect(largest.bytes).toBeGreaterThan(bufferBytes / 2);
  expect(largest.bytes).toBeLessThanOrEqual(bufferBytes);
  layout.dispose();
});

it('Its lists are as good as those of a device without limits', async () => {
  const { vectors, dimensions } = plantedClusters({ points: 2500, dimensions: 96, clusters: 8 });
  const rows = searchVectors(vectors, dimensions, 'euclidean');
  const { device, largest } = await limitedDevice(300_000);
  const lists = await findNeighbors(device, rows, { k: 15, metric: 'euclidean' });
  expect(await sampledRecall(device, rows, lists, { metric: 'euclidean', rows: 200 })).toBeGreaterThan(0.95);
  expect(largest.bytes).toBeLessThanOrEqual(300_000);
});
