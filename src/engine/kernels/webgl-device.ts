import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl.js';
import { abortedError, FvError } from '../errors';
import type { Device, DeviceBuffer } from './device';
import type { ElementType } from './kernel';
import { isSoftwareName, rendererName } from '../software-adapter';
import { registerKernels, type KernelLookup } from './tfjs-registry';
import { createTfjsBackend } from './webgl-backend';
import { createComputeContext, releaseContext } from './webgl-context';
import { webglKernelConfigs } from './webgl-kernels';
import { maxTextureSize, mostBytes, uploadWebgl } from './webgl-program';

const BACKEND = 'webgl';

/** Integers are held as float32, which has no odd number beyond. */
const LARGEST_INTEGER = 2 ** 24;

/** Milliseconds between two looks at a fence. */
const POLL_MS = 1;

interface WebglBuffer<T extends ElementType = ElementType> extends DeviceBuffer<T> {
  readonly tensor: TensorInfo;
  readonly bytes: number;
}

/**
 * Runs kernels as GLSL through tfjs, on an instance of tfjs' backend with a WebGL2 context of its own: tfjs' active
 * backend, its context, its tensors and its memory counts stay the page's.
 * @throws FvError `backend-unavailable` where WebGL2, or blending of float textures, is missing.
 */
export async function createWebglDevice(): Promise<Device> {
  const gl = createComputeContext();
  try {
    const lookup = registerKernels(webglKernelConfigs(BACKEND));
    return new WebglDevice(createTfjsBackend(gl), gl, isSoftwareName(rendererName(gl)), lookup);
  } catch (error) {
    releaseContext(gl);
    throw error;
  }
}

class WebglDevice implements Device {
  readonly backend = BACKEND;
  readonly memory = { buffers: 0, bytes: 0 };
  readonly limits: Device['limits'];
  readonly lost: Promise<string>;
  private disposed = false;

  constructor(
    private readonly tfjs: MathBackendWebGL,
    private readonly gl: WebGL2RenderingContext,
    readonly software: boolean,
    private readonly lookup: KernelLookup,
  ) {
    this.limits = { bufferBytes: mostBytes(maxTextureSize(tfjs)) };
    this.lost = new Promise((resolve) => {
      const onLost = () => {
        if (!this.disposed) resolve('the WebGL context was lost');
      };
      (gl.canvas as EventTarget).addEventListener('webglcontextlost', onLost, { once: true });
    });
  }

  upload<T extends ElementType>(type: T, values: T extends 'float32' ? Float32Array : Int32Array): DeviceBuffer<T> {
    if (type === 'int32') {
      const index = values.findIndex((value) => Math.abs(value) > LARGEST_INTEGER);
      if (index >= 0) {
        throw new FvError({
          code: 'out-of-memory', expected: `integers up to ${LARGEST_INTEGER} on WebGL`, received: `${values[index]} at ${index}`,
          fix: 'use fewer points or neighbors, or backend "webgpu" or "cpu"',
        });
      }
    }
    return this.track(type, values.length, this.attempt(() => uploadWebgl(this.tfjs, type, values)));
  }

  run: Device['run'] = (kernel, inputs, params) => {
    const tensors = Object.fromEntries(Object.keys(kernel.inputs).map((name) => [name, (inputs[name] as DeviceBuffer as WebglBuffer).tensor]));
    const tensor = this.attempt(() => this.lookup(kernel.name)({ inputs: tensors, backend: this.tfjs, attrs: params }) as TensorInfo);
    return this.track(kernel.output, kernel.outputLength(params), tensor);
  };

  async read<T extends ElementType>(buffer: DeviceBuffer<T>): Promise<T extends 'float32' ? Float32Array : Int32Array> {
    const { tensor, type, length } = buffer as WebglBuffer<T>;
    const { gpgpu } = this.tfjs;
    const { texture, texShape } = this.tfjs.getDataInfo(tensor.dataId);
    // Not tfjs' `read`: that decodes into one more texture and keeps what it has read; here a texel is four numbers in order.
    const pixels = gpgpu.createBufferFromTexture(texture!.texture, texShape![0] / 2, texShape![1] / 2);
    try {
      await this.finished();
      this.throwGlError();
      const values = gpgpu.downloadFloat32MatrixFromBuffer(pixels, length);
      return (type === 'float32' ? values : Int32Array.from(values)) as never;
    } finally {
      this.gl.deleteBuffer(pixels);
    }
  }

  release(...buffers: DeviceBuffer[]): void {
    if (this.disposed) return;
    for (const buffer of buffers as WebglBuffer[]) {
      this.memory.buffers--;
      this.memory.bytes -= buffer.bytes;
      this.tfjs.disposeData(buffer.tensor.dataId, true);
    }
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.tfjs.dispose();
    this.tfjs.gpgpu.dispose();
    releaseContext(this.gl);
    this.memory.buffers = 0;
    this.memory.bytes = 0;
  }

  private track<T extends ElementType>(type: T, length: number, tensor: TensorInfo): WebglBuffer<T> {
    const [rows, columns] = this.tfjs.getDataInfo(tensor.dataId).texShape!;
    const bytes = 4 * rows * columns;
    this.memory.buffers++;
    this.memory.bytes += bytes;
    return { type, length, tensor, bytes };
  }

  /** tfjs throws what it meets on a lost context: the loss is the news. */
  private attempt<R>(work: () => R): R {
    try {
      return work();
    } catch (error) {
      throw this.gl.isContextLost() ? this.lostError() : FvError.from(error);
    }
  }

  private lostError(): FvError {
    if (this.disposed) return abortedError();
    return new FvError({ code: 'device-lost', expected: 'a working WebGL context', received: 'a lost one', fix: 'create a new device, or use backend "cpu"' });
  }

  /** WebGL keeps errors until asked. Asked after a fence, it answers at once. */
  private throwGlError(): void {
    const { gl } = this;
    const error = gl.getError();
    if (error === gl.NO_ERROR) return;
    if (error === gl.CONTEXT_LOST_WEBGL) throw this.lostError();
    throw error === gl.OUT_OF_MEMORY
      ? new FvError({ code: 'out-of-memory', expected: 'room on the GPU for every buffer', received: 'OUT_OF_MEMORY', fix: 'use fewer points or dimensions, or backend "cpu"' })
      : new FvError({ code: 'internal', expected: 'WebGL to accept every command', received: `error ${error}`, fix: 'please report this with the browser and the GPU' });
  }

  /** Waits until the GPU has done everything enqueued; a lost context fails instead of never finishing. */
  private async finished(): Promise<void> {
    const { gl } = this;
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    for (;;) {
      if (this.disposed || gl.isContextLost() || fence === null) {
        throw this.lostError();
      }
      const status = gl.clientWaitSync(fence, 0, 0);
      if (status === gl.ALREADY_SIGNALED || status === gl.CONDITION_SATISFIED) break;
      await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
    }
    gl.deleteSync(fence);
  }
}
