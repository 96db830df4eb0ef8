import { afterEach, describe, expect, it, vi } from 'vitest';
import { probeWebgl, probeWebgpu } from '../../../src/engine/kernels/probe';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('probing backends', () => {
  it('finds the software adapters of the test browser and names them', async () => {
    expect(await probeWebgpu()).toMatchObject({ available: true, software: true, reason: expect.stringMatching(/swiftshader/i) });
    expect(await probeWebgl()).toMatchObject({ available: true, software: true, reason: expect.stringMatching(/swiftshader/i) });
  });

  it('says what is missing where there is no adapter or no context', async () => {
    vi.spyOn(GPU.prototype, 'requestAdapter').mockResolvedValue(null);
    vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValue(null);
    expect(await probeWebgpu()).toEqual({ available: false, software: false, reason: 'no WebGPU adapter' });
    expect(await probeWebgl()).toEqual({ available: false, software: false, reason: 'no WebGL2 context' });
  });

  it('takes an adapter without a telling name for hardware', async () => {
    vi.spyOn(GPU.prototype, 'requestAdapter').mockResolvedValue({ info: { vendor: 'intel', architecture: 'xe', device: '', description: '' } } as never);
    expect(await probeWebgpu()).toEqual({ available: true, software: false, reason: 'intel xe' });
  });

  it('does not fail where asking fails', async () => {
    vi.spyOn(GPU.prototype, 'requestAdapter').mockRejectedValue(new Error('blocked'));
    expect(await probeWebgpu()).toEqual({ available: false, software: false, reason: 'WebGPU failed: blocked' });
  });

  it('keeps no context: thirty looks leave a page its own', async () => {
    const page = document.createElement('canvas').getContext('webgl2')!;
    for (let i = 0; i < 30; i++) await probeWebgl();
    expect(page.isContextLost()).toBe(false);
  });
});
