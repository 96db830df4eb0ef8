import type { TensorInfo } from '@tensorflow/tfjs-core';
// Not `base.js`: that registers a `webgpu` backend without kernels, which a page that starts tfjs later would get.
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu.js';
import { abortedError, FvError } from '../errors';
import type { Device, DeviceBuffer } from './device';
import type { ElementType } from './kernel';
import { isSoftwareAdapter } from '../software-adapter';
import { registerKernels, type KernelLookup } from './tfjs-registry';
import { webgpuKernelConfigs } from './webgpu-kernels';

const BACKEND = 'webgpu';

interface WebgpuBuffer<T extends ElementType = ElementType> extends DeviceBuffer<T> {
  readonly tensor: TensorInfo;
}

const unavailable = (received: string) => new FvError({
  code: 'backend-unavailable', expected: 'a WebGPU adapter', received, fix: 'use backend "webgl", "cpu" or "auto"',
});

/**
 * Runs kernels as WGSL through tfjs. The tfjs backend is an instance of its own, on a GPU device of its own: tfjs'
 * active backend, its tensors and its memory counts stay the page's. The kernels go into tfjs' registry for `webgpu`,
 * where a page that uses that backend finds them too.
 * @throws FvError `backend-unavailable` where there is no WebGPU.
 */
export async function createWebgpuDevice(): Promise<Device> {
  const gpu = typeof navigator === 'undefined' ? undefined : (navigator as Partial<Navigator>).gpu;
  if (gpu === undefined) throw unavailable('an environment without navigator.gpu');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) throw unavailable('none');
  const { maxBufferSize, maxStorageBufferBindingSize, maxComputeWorkgroupsPerDimension } = adapter.limits;
  const gpuDevice = await adapter.requestDevice({
    requiredLimits: { maxBufferSize, maxStorageBufferBindingSize, maxComputeWorkgroupsPerDimension },
  });
  const lookup = registerKernels(webgpuKernelConfigs(BACKEND));
  return new WebgpuDevice(new WebGPUBackend(gpuDevice, adapter.info), isSoftwareAdapter(adapter), lookup);
}

class WebgpuDevice implements Device {
  readonly backend = BACKEND;
  readonly memory = { buffers: 0, bytes: 0 };
  readonly limits: Device['limits'];
  readonly lost: Promise<string>;
  private disposed = false;
  private lossReason: string | undefined;
  private error: string | undefined;

  constructor(private readonly tfjs: WebGPUBackend, readonly software: boolean, private readonly lookup: KernelLookup) {
    const { device } = tfjs;
    this.limits = { bufferBytes: Math.min(device.limits.maxBufferSize, device.limits.maxStorageBufferBindingSize) };
    device.addEventListener('uncapturederror', (event) => {
      this.error ??= event.error.message;
    });
    this.lost = new Promise((resolve) => {
      void device.lost.then(({ reason, message }) => {
        if (this.disposed) return;
        this.lossReason = message || reason || 'unknown';
        resolve(this.lossReason);
      });
    });
  }

  upload<T extends ElementType>(type: T, values: T extends 'float32' ? Float32Array : Int32Array): DeviceBuffer<T> {
    // A binding cannot be empty. tfjs copies in `uploadToGPU`, after which it forgets the caller's array.
    const tensor = this.tfjs.makeTensorInfo([Math.max(values.length, 1)], type, values.length === 0 ? new Float32Array(1) : values);
    this.tfjs.uploadToGPU(tensor.dataId);
    return this.track(type, values.length, tensor);
  }

  run: Device['run'] = (kernel, inputs, params) => {
    const tensors = Object.fromEntries(Object.keys(kernel.inputs).map((name) => [name, (inputs[name] as DeviceBuffer as WebgpuBuffer).tensor]));
    const tensor = this.lookup(kernel.name)({ inputs: tensors, backend: this.tfjs, attrs: params }) as TensorInfo;
    return this.track(kernel.output, kernel.outputLength(params), tensor);
  };

  async read<T extends ElementType>(buffer: DeviceBuffer<T>): Promise<T extends 'float32' ? Float32Array : Int32Array> {
    const { tensor, type, length } = buffer as WebgpuBuffer<T>;
    let bytes: ArrayBuffer;
    try {
      // Not `read`: that keeps what it has read, one more copy of every buffer.
      bytes = await this.tfjs.getBufferData(this.tfjs.tensorMap.get(tensor.dataId).resource as GPUBuffer);
    } catch (error) {
      throw this.failure() ?? FvError.from(error);
    }
    const failure = this.failure();
    if (failure !== undefined) throw failure;
    return (type === 'float32' ? new Float32Array(bytes, 0, length) : new Int32Array(bytes, 0, length)) as never;
  }

  release(...buffers: DeviceBuffer[]): void {
    if (this.disposed) return;
    for (const buffer of buffers) {
      this.memory.buffers--;
      this.memory.bytes -= 4 * Math.max(buffer.length, 1);
      this.tfjs.disposeData((buffer as WebgpuBuffer).tensor.dataId, true);
    }
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.tfjs.dispose();
    this.tfjs.device.destroy();
    this.memory.buffers = 0;
    this.memory.bytes = 0;
  }

  private track<T extends ElementType>(type: T, length: number, tensor: TensorInfo): WebgpuBuffer<T> {
    this.memory.buffers++;
    this.memory.bytes += 4 * Math.max(length, 1);
    return { type, length, tensor };
  }

  /** What has gone wrong since the last read: WebGPU reports errors apart from the calls that cause them. */
  private failure(): FvError | undefined {
    if (this.disposed) return abortedError();
    if (this.lossReason !== undefined) {
      return new FvError({ code: 'device-lost', expected: 'a working GPU device', received: `a lost one (${this.lossReason})`, fix: 'create a new device, or use backend "cpu"' });
    }
    if (this.error === undefined) return undefined;
    const received = this.error;
    this.error = undefined;
    const code = /memory/i.test(received) ? 'out-of-memory' : 'internal';
    return new FvError({ code, expected: 'WebGPU to accept every command', received, fix: code === 'internal' ? 'please report this with the browser and the GPU' : 'use fewer points or dimensions, or backend "cpu"' });
  }
}
