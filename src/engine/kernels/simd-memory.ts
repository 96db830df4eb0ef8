import { FvError } from '../errors';
import type { DeviceBuffer } from './device';
import type { ElementType } from './kernel';

const PAGE_BYTES = 65536;

/** A stretch of WebAssembly memory. */
export interface SimdBuffer<T extends ElementType = ElementType> extends DeviceBuffer<T> {
  readonly address: number;
  readonly bytes: number;
}

interface Stretch {
  address: number;
  bytes: number;
}

/**
 * Allocates buffers in one WebAssembly memory, best fit; neighbouring free stretches merge, so that a layout whose
 * grid grows uses the smaller grids' memory again. A few dozen buffers live at a time: lists are searched in order.
 * The first page belongs to the module's own data.
 */
export class SimdMemory {
  readonly memory = new WebAssembly.Memory({ initial: 16, maximum: 65536 });
  readonly usage = { buffers: 0, bytes: 0 };
  /** By address; no two touch. */
  readonly #free: Stretch[] = [];
  #end = PAGE_BYTES;

  allocate<T extends ElementType>(type: T, length: number): SimdBuffer<T> {
    const bytes = Math.max(16, Math.ceil((length * 4) / 16) * 16);
    const address = this.#reuse(bytes) ?? this.#extend(bytes);
    this.usage.buffers++;
    this.usage.bytes += bytes;
    return { type, length, address, bytes };
  }

  release({ address, bytes }: SimdBuffer): void {
    this.usage.buffers--;
    this.usage.bytes -= bytes;
    const free = this.#free;
    let after = 0;
    while (after < free.length && free[after].address < address) after++;
    free.splice(after, 0, { address, bytes });
    if (after + 1 < free.length && address + bytes === free[after + 1].address) free[after].bytes += free.splice(after + 1, 1)[0].bytes;
    if (after > 0 && free[after - 1].address + free[after - 1].bytes === address) free[after - 1].bytes += free.splice(after, 1)[0].bytes;
    const last = free[free.length - 1];
    if (last.address + last.bytes === this.#end) this.#end = free.pop()!.address;
  }

  /** The buffer's elements; valid until the next allocation, which may move the memory. */
  view<T extends ElementType>(buffer: DeviceBuffer<T>): T extends 'float32' ? Float32Array : Int32Array {
    const { address, length, type } = buffer as SimdBuffer<T>;
    const Elements = type === 'float32' ? Float32Array : Int32Array;
    return new Elements(this.memory.buffer, address, length) as never;
  }

  /** The smallest free stretch that is large enough, or its first part. */
  #reuse(bytes: number): number | null {
    let best = -1;
    for (let i = 0; i < this.#free.length; i++) {
      if (this.#free[i].bytes >= bytes && (best < 0 || this.#free[i].bytes < this.#free[best].bytes)) best = i;
    }
    if (best < 0) return null;
    const stretch = this.#free[best];
    const { address } = stretch;
    if (stretch.bytes === bytes) this.#free.splice(best, 1);
    else {
      stretch.address += bytes;
      stretch.bytes -= bytes;
    }
    return address;
  }

  #extend(bytes: number): number {
    const address = this.#end;
    const missing = address + bytes - this.memory.buffer.byteLength;
    if (missing > 0) {
      try {
        this.memory.grow(Math.ceil(missing / PAGE_BYTES));
      } catch (cause) {
        throw new FvError(
          { code: 'out-of-memory', expected: `${bytes} more bytes for the layout`, received: `a limit at ${this.memory.buffer.byteLength} bytes`, fix: 'show fewer points, or use affinities="uniform"' },
          { cause },
        );
      }
    }
    this.#end = address + bytes;
    return address;
  }
}
