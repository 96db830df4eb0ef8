import type { BackendName } from '../types';
import type { ElementType, Kernel, KernelInputs, KernelParams, ParamValues } from './kernel';

/** A linear array that lives where its device computes. */
export interface DeviceBuffer<T extends ElementType = ElementType> {
  readonly type: T;
  /** Elements, as asked for; a device may pad behind it. */
  readonly length: number;
}

/**
 * Memory and execution on one backend. `run` only enqueues on a GPU; `read` waits.
 * Whoever gets a buffer from `upload` or `run` releases it; a released buffer's memory is used again.
 */
export interface Device {
  readonly backend: BackendName;
  readonly software: boolean;
  /** Copies `values` to the device; the caller's array is neither kept nor detached. */
  upload<T extends ElementType>(type: T, values: T extends 'float32' ? Float32Array : Int32Array): DeviceBuffer<T>;
  /** Runs a kernel into a buffer of its own. */
  run<I extends KernelInputs, P extends KernelParams, O extends ElementType>(
    kernel: Kernel<I, P, O>,
    inputs: { readonly [K in keyof I]: DeviceBuffer<I[K]> },
    params: ParamValues<P>,
  ): DeviceBuffer<O>;
  /** A copy of the buffer's elements, once everything enqueued before is done. */
  read<T extends ElementType>(buffer: DeviceBuffer<T>): Promise<T extends 'float32' ? Float32Array : Int32Array>;
  release(...buffers: DeviceBuffer[]): void;
  /** Resolves (with the reason) when the device is lost; never for `cpu`. */
  readonly lost: Promise<string>;
  /** `bufferBytes`: the largest buffer that a kernel can read or write; what is larger is split, or refused with a reason. */
  readonly limits: { readonly bufferBytes: number };
  /** Live buffers and their bytes, for tests and `status`. */
  readonly memory: { buffers: number; bytes: number };
  dispose(): void;
}
