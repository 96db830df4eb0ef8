import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDevice, type Device } from '../../../src/engine/kernels';
import { findNeighbors } from '../../../src/engine/neighbors';
import { deviceReplacer } from '../../../src/engine/runtime/replace-device';
import { resolveTsneOptions, TsneLayout } from '../../../src/engine/tsne';
import { labelAgreement, plantedClusters } from '../clusters';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A device, and what takes it away. */
async function losable(backend: 'webgpu' | 'webgl'): Promise<{ device: Device; lose: () => void }> {
  if (backend === 'webgpu') {
    const spy = vi.spyOn(GPUAdapter.prototype, 'requestDevice');
    const { device } = await createDevice(backend);
    const gpuDevice = await spy.mock.results.at(-1).value as GPUDevice;
    spy.mockRestore();
    return { device, lose: () => gpuDevice.destroy() };
  }
  const spy = vi.spyOn(OffscreenCanvas.prototype, 'getContext');
  const { device } = await createDevice(backend);
  const gl = spy.mock.results.at(-1).value as WebGL2RenderingContext;
  spy.mockRestore();
  return { device, lose: () => gl.getExtension('WEBGL_lose_context')!.loseContext() };
}

const { vectors, labels, dimensions } = plantedClusters({ points: 1200, dimensions: 32, clusters: 6 });

describe.each(['webgpu', 'webgl'] as const)('a %s device that is lost', (backend) => {
  it('while neighbours are searched for: the layout ends on a new one', async () => {
    const { device, lose } = await losable(backend);
    // As on hardware, with bindings that the vectors exceed: the search is NN-descent, in many slices.
    const hardware = Object.create(device, { software: { value: false }, limits: { value: { bufferBytes: 100_000 } } }) as Device;
    const layout = new TsneLayout(vectors.slice(), resolveTsneOptions({ dimensions, metric: 'euclidean', affinities: 'uniform', iterations: 24 }), {
      device: hardware, choice: (await createDevice('cpu')).choice, sliceMs: 0, replaceDevice: deviceReplacer(),
      findNeighbors: (on, rows, search) => findNeighbors(on, rows, {
        ...search,
        onProgress: (share) => {
          if (on === hardware && share > 0.3) lose();
          search.onProgress?.(share);
        },
      }),
    });
    let positions = new Float32Array(0) as Float32Array;
    for await (const snapshot of layout.run()) ({ positions } = snapshot);
    expect(layout.status).toMatchObject({ backend, reasonCode: 'replaced', reasonFacts: { failed: { backend } } });
    expect(labelAgreement(positions.subarray(0, 1000), labels.subarray(0, 500))).toBeGreaterThan(0.8);
    layout.dispose();
  });
});
