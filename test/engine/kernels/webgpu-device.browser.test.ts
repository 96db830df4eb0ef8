import { describe, expect, it, vi } from 'vitest';
import { createWebgpuDevice } from '../../../src/engine/kernels/webgpu-device';
import { describeDevice } from './device-specification';

describeDevice('WebGPU', createWebgpuDevice);

/** A device, and the GPU device it asked for. */
async function deviceAndGpu() {
  const spy = vi.spyOn(GPUAdapter.prototype, 'requestDevice');
  const device = await createWebgpuDevice();
  const gpuDevice = await spy.mock.results[0].value as GPUDevice;
  spy.mockRestore();
  return { device, gpuDevice };
}

describe('WebGPU: what can go wrong', () => {
  it('says so when the device is lost, and reads fail instead of waiting', async () => {
    const { device, gpuDevice } = await deviceAndGpu();
    const buffer = device.upload('float32', new Float32Array(4));
    gpuDevice.destroy();
    expect(await device.lost).toBeTypeOf('string');
    await expect(device.read(buffer)).rejects.toMatchObject({ code: 'device-lost' });
    device.dispose();
  });

  it('reports a command that WebGPU refused at the next read, once', async () => {
    const { device, gpuDevice } = await deviceAndGpu();
    const buffer = device.upload('float32', new Float32Array(4));
    const refused = new Promise((resolve) => { gpuDevice.addEventListener('uncapturederror', resolve, { once: true }); });
    gpuDevice.createBuffer({ size: 4, usage: 0 });
    // Commands, and the errors they raise, travel with a submission.
    gpuDevice.queue.submit([]);
    await refused;
    await expect(device.read(buffer)).rejects.toMatchObject({ code: 'internal', received: expect.stringMatching(/usage/i) });
    expect(await device.read(buffer)).toEqual(new Float32Array(4));
    device.dispose();
  });

  it('may hold buffers as large as the adapter allows, not only as WebGPU guarantees', async () => {
    const { device, gpuDevice } = await deviceAndGpu();
    const adapter = await navigator.gpu.requestAdapter();
    expect(gpuDevice.limits.maxStorageBufferBindingSize).toBe(adapter!.limits.maxStorageBufferBindingSize);
    expect(gpuDevice.limits.maxBufferSize).toBe(adapter!.limits.maxBufferSize);
    expect(device.limits.bufferBytes).toBe(Math.min(adapter!.limits.maxBufferSize, adapter!.limits.maxStorageBufferBindingSize));
    device.dispose();
  });

  it('has no adapter to take', async () => {
    const spy = vi.spyOn(GPU.prototype, 'requestAdapter').mockResolvedValue(null);
    await expect(createWebgpuDevice()).rejects.toMatchObject({ code: 'backend-unavailable' });
    spy.mockRestore();
  });
});
