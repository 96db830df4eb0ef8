import { FvError } from '../errors';
import type { DeviceBuffer } from './device';
import type { ElementType } from './kernel';

const PAGE_BYTES = 65536;

/** A stretch of WebAssembly memory. */
export interface SimdBuffer<T extends ElementType = ElementType> extends DeviceBuffer<T> {
  readonly address: number;
  readonly bytes: number;
}

/**
 * Allocates buffers in one WebAssembly memory: freed stretches are used again for the next buffer of the same size,
 * which in a loop of equal steps is every time. The first page belongs to the module's own data.
 */
export class SimdMemory {
  readonly memory = new WebAssembly.Memory({ initial: 16, maximum: 65536 });
  readonly usage = { buffers: 0, bytes: 0 };
  readonly #free = new Map<number, number[]>();
  #end = PAGE_BYTES;

  allocate<T extends ElementType>(type: T, length: number): SimdBuffer<T> {
    const bytes = Math.max(16, Math.ceil((length * 4) / 16) * 16);
    const address = this.#free.get(bytes)?.pop() ?? this.#extend(bytes);
    this.usage.buffers++;
    this.usage.bytes += bytes;
    return { type, length, address, bytes };
  }

  release(buffer: SimdBuffer): void {
    this.usage.buffers--;
    this.usage.bytes -= buffer.bytes;
    const list = this.#free.get(buffer.bytes);
    if (list === undefined) this.#free.set(buffer.bytes, [buffer.address]);
    else list.push(buffer.address);
  }

  /** The buffer's elements; valid until the next allocation, which may move the memory. */
  view<T extends ElementType>(buffer: DeviceBuffer<T>): T extends 'float32' ? Float32Array : Int32Array {
    const { address, length, type } = buffer as SimdBuffer<T>;
    const Elements = type === 'float32' ? Float32Array : Int32Array;
    return new Elements(this.memory.buffer, address, length) as never;
  }

  #extend(bytes: number): number {
    const address = this.#end;
    const end = address + bytes;
    const missing = end - this.memory.buffer.byteLength;
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
    this.#end = end;
    return address;
  }
}
