import type { Device, DeviceBuffer } from './device';
import { twiddles } from './fft-plan';
import type { ElementType } from './kernel';
import { SimdMemory, type SimdBuffer } from './simd-memory';
import { simdModule, type SimdFunctions } from './simd-module';

/** Neighbours that the module's selection can hold; longer lists take the plain kernel. */
const MOST_NEIGHBORS = 1024;

type Params = Readonly<Record<string, number>>;

/**
 * The CPU backend with 128-bit SIMD: kernels in WebAssembly where that pays, the plain functions on the same
 * memory elsewhere. Null where WebAssembly SIMD is not to be had.
 */
export async function createSimdDevice(): Promise<Device | null> {
  const module = await simdModule();
  if (module === null) return null;
  const memory = new SimdMemory();
  const { exports } = await WebAssembly.instantiate(module, { env: { memory: memory.memory } });
  const functions = exports as SimdFunctions;

  const tables = new Map<number, SimdBuffer>();
  const squaredLengths = new Map<DeviceBuffer, SimdBuffer>();

  function upload<T extends ElementType>(type: T, values: ArrayLike<number>): SimdBuffer<T> {
    const buffer = memory.allocate(type, values.length);
    memory.view(buffer).set(values);
    return buffer;
  }

  function fftTable(size: number): SimdBuffer {
    let table = tables.get(size);
    if (table === undefined) tables.set(size, (table = upload('float32', twiddles(size))));
    return table;
  }

  /** Squared lengths of the rows of `vectors`, kept as long as that buffer lives. */
  function lengthsOf(vectors: DeviceBuffer, { points, dimensions }: Params): SimdBuffer {
    let lengths = squaredLengths.get(vectors);
    if (lengths === undefined) {
      lengths = memory.allocate('float32', points);
      functions.squaredLengths((vectors as SimdBuffer).address, lengths.address, points, dimensions);
      squaredLengths.set(vectors, lengths);
    }
    return lengths;
  }

  /** Calls with more than the kernel's own arguments in the kernel's own order; false where the module cannot. */
  const special: Record<string, (inputs: SimdBuffer[], params: Params, output: SimdBuffer) => boolean> = {
    FvDistanceTile([vectors], params, output) {
      if (params.dimensions % 4 !== 0) return false;
      const { points, dimensions, firstRow, rows } = params;
      functions.distanceTile(vectors.address, lengthsOf(vectors, params).address, output.address, points, dimensions, firstRow, rows);
      return true;
    },
    FvSelectNearest([distances], { points, firstRow, rows, k }, output) {
      if (k > MOST_NEIGHBORS) return false;
      functions.selectNearest(distances.address, output.address, points, firstRow, rows, k);
      return true;
    },
    FvFft([grid], params, output) {
      const { size, axis, inverse, realInput, firstLine, lines, firstSample, samples } = params;
      if (lines < 4 || firstSample % 2 !== 0 || samples % 2 !== 0) return false;
      const table = fftTable(size);
      const scratch = memory.allocate('float32', 16 * size);
      functions.fft(grid.address, table.address, scratch.address, output.address, size, axis, inverse, realInput, firstLine, lines, firstSample, samples);
      memory.release(scratch);
      return true;
    },
  };

  return {
    backend: 'cpu',
    software: false,
    limits: { bufferBytes: Infinity },
    memory: memory.usage,
    lost: new Promise(() => {}),
    upload,
    run(kernel, inputs, params) {
      const output = memory.allocate(kernel.output, kernel.outputLength(params));
      const names = Object.keys(kernel.inputs);
      const buffers = names.map((name) => inputs[name] as DeviceBuffer as SimdBuffer);
      const simd = functions[kernel.file.replace(/-./g, (dash) => dash[1].toUpperCase())];
      const call = special[kernel.name];
      if (call !== undefined ? call(buffers, params, output) : simd !== undefined) {
        if (call === undefined) simd(...buffers.map(({ address }) => address), output.address, ...Object.keys(kernel.params).map((name) => params[name]));
      } else {
        const arrays = Object.fromEntries(names.map((name, i) => [name, memory.view(buffers[i])]));
        kernel.cpu(arrays as never, params, memory.view(output));
      }
      return output;
    },
    read(buffer) {
      return Promise.resolve(memory.view(buffer).slice()) as never;
    },
    release(...buffers) {
      for (const buffer of buffers) {
        const lengths = squaredLengths.get(buffer);
        if (lengths !== undefined) {
          memory.release(lengths);
          squaredLengths.delete(buffer);
        }
        memory.release(buffer as SimdBuffer);
      }
    },
    dispose() {
      for (const table of tables.values()) memory.release(table);
      tables.clear();
    },
  };
}
