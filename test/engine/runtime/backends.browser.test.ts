import { engine } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nearestNeighbors, selectBackend, Tsne } from '../../../src/engine/runtime';
import type { BackendName } from '../../../src/engine/types';
import { labelAgreement, plantedClusters } from '../clusters';

const { vectors, labels } = plantedClusters({ points: 300, dimensions: 8, clusters: 5 });

afterEach(() => {
  vi.restoreAllMocks();
});

async function layOut(backend: BackendName, { seed = 0, iterations = 150 } = {}): Promise<{ positions: Float32Array; snapshots: number; klDivergence: number | null; backend: string }> {
  await using tsne = await Tsne.create(vectors, { dimensions: 8, metric: 'euclidean', iterations, backend, seed });
  let snapshots = 0;
  let end = { positions: new Float32Array(0) as Float32Array, klDivergence: null as number | null };
  for await (const snapshot of tsne.run()) {
    end = snapshot;
    snapshots++;
  }
  return { ...end, snapshots, backend: tsne.status.backend };
}

describe.each(['webgpu', 'webgl', 'cpu'] as const)('a whole layout on %s', (backend) => {
  it('separates clusters, and repeats itself for the same seed', async () => {
    const first = await layOut(backend);
    expect(first.backend).toBe(backend);
    expect(first.positions.every(Number.isFinite)).toBe(true);
    expect(first.klDivergence).toBeGreaterThan(0);
    expect(first.klDivergence).toBeLessThan(2);
    expect(labelAgreement(first.positions, labels)).toBeGreaterThan(0.95);
    expect((await layOut(backend)).positions).toEqual(first.positions);
  });

  it('is another layout for another seed', async () => {
    const { positions } = await layOut(backend, { iterations: 10 });
    expect((await layOut(backend, { iterations: 10, seed: 5 })).positions).not.toEqual(positions);
  });

  it('finds the neighbours that the others find', async () => {
    const [here, cpu] = [await nearestNeighbors(vectors, { dimensions: 8, k: 10, backend }), await nearestNeighbors(vectors, { dimensions: 8, k: 10, backend: 'cpu' })];
    expect(here.indices.filter((index, at) => index !== cpu.indices[at]).length).toBeLessThan(10);
  });

  it('leaves tfjs as the page has it, though it computes in the page', async () => {
    const state = () => ({ tensors: engine().state.numTensors, backends: Object.keys(engine().registryFactory) });
    const before = state();
    await nearestNeighbors(vectors, { dimensions: 8, k: 10, backend });
    expect(state()).toEqual(before);
  });
});

describe('the choice of a backend', () => {
  it('is measured where all adapters are software, and says so', async () => {
    const choice = await selectBackend('auto');
    expect(choice.reason).toMatch(/CPU [\d.]+ ms/);
    expect(choice.reason).toMatch(/WebGPU on .+ \(software\) [\d.]+ ms/);
    // A second software adapter is measured only where the first came near the CPU.
    expect(choice.reason).toMatch(/WebGL2 on .+ \(software\) (?:[\d.]+ ms|not measured: the other software adapter is \d+ times slower)/);
    expect(choice.software).toBe(choice.backend !== 'cpu');
    expect(choice.reasonCode).toBe('fastest');
    expect(choice.reasonFacts.measured[0]).toEqual({ backend: 'cpu', adapter: null, ms: expect.any(Number) });
  });

  it('is the caller’s where he names one', async () => {
    for (const backend of ['webgpu', 'webgl', 'cpu'] as const) {
      expect(await selectBackend(backend)).toMatchObject({ backend, software: backend !== 'cpu', reason: `${backend} was asked for`, reasonCode: 'requested' });
    }
  });

  it('is an error where that one is missing, and the CPU for auto where all are', async () => {
    vi.spyOn(GPU.prototype, 'requestAdapter').mockResolvedValue(null);
    await expect(selectBackend('webgpu')).rejects.toMatchObject({ name: 'FvError', code: 'backend-unavailable', expected: expect.any(String), fix: expect.any(String) });
    vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValue(null);
    await expect(selectBackend('webgl')).rejects.toMatchObject({ code: 'backend-unavailable' });
    expect(await selectBackend('auto')).toMatchObject({ backend: 'cpu', software: false, reason: expect.stringContaining('no GPU adapter') });
  });
});
