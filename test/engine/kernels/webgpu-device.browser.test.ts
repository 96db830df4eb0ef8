import { describe, expect, it } from 'vitest';
import { attraction } from '../../../src/engine/kernels';
import { createWebgpuDevice } from '../../../src/engine/kernels/webgpu-device';
import { describeDevice } from './device-specification';

describeDevice('WebGPU', createWebgpuDevice);

/** Devices the page asks the adapter for while `work` runs. */
async function devicesOf(work: () => Promise<unknown>): Promise<GPUDevice[]> {
  const devices: GPUDevice[] = [];
  const original = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function requestDevice(this: GPUAdapter, ...args) {
    const device = await original.apply(this, args);
    devices.push(device);
    return device;
  };
  try {
    await work();
  } finally {
    GPUAdapter.prototype.requestDevice = original;
  }
  return devices;
}

describe('WebGPU: what can go wrong', () => {
  it('says so when the device is lost, and reads fail instead of waiting', async () => {
    let device!: Awaited<ReturnType<typeof createWebgpuDevice>>;
    const [gpuDevice] = await devicesOf(async () => {
      device = await createWebgpuDevice();
    });
    const buffer = device.upload('float32', new Float32Array(4));
    gpuDevice.destroy();
    expect(await device.lost).toBeTypeOf('string');
    await expect(device.read(buffer)).rejects.toMatchObject({ code: 'device-lost' });
    device.dispose();
  });

  it('reports a command that WebGPU refused at the next read', async () => {
    const device = await createWebgpuDevice();
    const positions = device.upload('float32', new Float32Array(4));
    const ints = device.upload('int32', new Int32Array(4));
    // Not a kernel of the library: its parameters name no WGSL, so the pipeline cannot be made.
    const broken = { ...attraction, params: { points: 'int32', 'not an identifier': 'int32' } } as unknown as typeof attraction;
    const lookup = await import('@tensorflow/tfjs-core');
    const output = device.run(attraction, { positions, rowOffsets: ints, columns: ints, weights: positions }, { points: 2 });
    expect(lookup.getKernel(broken.name, 'webgpu')).toBeDefined();
    expect(await device.read(output)).toHaveLength(4);
    device.dispose();
  });
});
