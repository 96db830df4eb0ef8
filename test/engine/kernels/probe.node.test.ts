import { describe, expect, it } from 'vitest';
import { probeWebgl, probeWebgpu } from '../../../src/engine/kernels/probe';
import { createWebglDevice } from '../../../src/engine/kernels/webgl-device';
import { createWebgpuDevice } from '../../../src/engine/kernels/webgpu-device';

describe('without a browser', () => {
  it('finds no GPU backend and says why', async () => {
    expect(await probeWebgpu()).toEqual({ available: false, software: false, reason: 'no navigator.gpu' });
    expect(await probeWebgl()).toEqual({ available: false, software: false, reason: 'an environment without OffscreenCanvas' });
  });

  it('refuses to create GPU devices with a cause and a way out', async () => {
    await expect(createWebgpuDevice()).rejects.toMatchObject({ code: 'backend-unavailable', fix: expect.stringContaining('cpu') });
    await expect(createWebglDevice()).rejects.toMatchObject({ code: 'backend-unavailable', fix: expect.stringContaining('cpu') });
  });
});
