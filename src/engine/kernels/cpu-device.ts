import type { Device, DeviceBuffer } from './device';
import type { ElementType } from './kernel';

interface CpuBuffer<T extends ElementType = ElementType> extends DeviceBuffer<T> {
  array: Float32Array | Int32Array;
}

/** Runs every kernel's `cpu` function on typed arrays, in the calling thread. */
export function createCpuDevice(): Device {
  const free = new Map<string, (Float32Array | Int32Array)[]>();
  const memory = { buffers: 0, bytes: 0 };
  const key = (type: ElementType, length: number) => `${type}:${length}`;

  function allocate<T extends ElementType>(type: T, length: number): CpuBuffer<T> {
    const array = free.get(key(type, length))?.pop() ?? (type === 'float32' ? new Float32Array(length) : new Int32Array(length));
    memory.buffers++;
    memory.bytes += array.byteLength;
    return { type, length, array };
  }

  const arrayOf = (buffer: DeviceBuffer) => (buffer as CpuBuffer).array;

  return {
    backend: 'cpu',
    software: false,
    limits: { bufferBytes: Infinity },
    memory,
    lost: new Promise(() => {}),
    upload(type, values) {
      const buffer = allocate(type, values.length);
      buffer.array.set(values);
      return buffer;
    },
    run(kernel, inputs, params) {
      const output = allocate(kernel.output, kernel.outputLength(params));
      const arrays = Object.fromEntries(Object.keys(kernel.inputs).map((name) => [name, arrayOf(inputs[name])]));
      kernel.cpu(arrays as never, params, output.array as never);
      return output;
    },
    read(buffer) {
      return Promise.resolve(arrayOf(buffer).slice()) as never;
    },
    release(...buffers) {
      for (const buffer of buffers) {
        const { array } = buffer as CpuBuffer;
        memory.buffers--;
        memory.bytes -= array.byteLength;
        const list = free.get(key(buffer.type, buffer.length));
        if (list === undefined) free.set(key(buffer.type, buffer.length), [array]);
        else list.push(array);
      }
    },
    dispose() {
      free.clear();
      memory.buffers = 0;
      memory.bytes = 0;
    },
  };
}
