import { FvError } from '../errors';
import { VECTOR_BLOCKS, type Device, type DeviceBuffer } from '../kernels';
import type { SearchVectors } from './search-vectors';

type Block = DeviceBuffer<'float32'>;

/**
 * Vectors on a device, in as many buffers as its limits ask for: WebGPU guarantees 128 MiB a buffer, which
 * 341,479 × 100 float32 exceed.
 */
export class VectorBlocks {
  /** Rows of every block but the last. */
  readonly rows: number;
  readonly #device: Device;
  readonly #blocks: Block[] = [];

  /** @throws FvError `out-of-memory` where four buffers are not enough. */
  constructor(device: Device, { values, dimensions }: SearchVectors) {
    this.#device = device;
    const points = values.length / dimensions;
    const { bufferBytes } = device.limits;
    const blocks = Math.max(1, Math.ceil(points / Math.floor(bufferBytes / (4 * dimensions))));
    if (blocks > VECTOR_BLOCKS) {
      throw new FvError({
        code: 'out-of-memory', expected: `vectors of at most ${VECTOR_BLOCKS} × ${bufferBytes} bytes on ${device.backend}`,
        received: `${values.byteLength} bytes`, fix: 'use fewer points or dimensions, or backend "cpu"',
      });
    }
    this.rows = Math.max(1, Math.ceil(points / blocks));
    try {
      for (let row = 0; row < points; row += this.rows) {
        this.#blocks.push(device.upload('float32', values.subarray(row * dimensions, (row + this.rows) * dimensions)));
      }
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  /** The inputs of a kernel that reads vectors by block. */
  get inputs(): { vectors0: Block; vectors1: Block; vectors2: Block; vectors3: Block } {
    const [vectors0, vectors1 = vectors0, vectors2 = vectors0, vectors3 = vectors0] = this.#blocks;
    return { vectors0, vectors1, vectors2, vectors3 };
  }

  dispose(): void {
    this.#device.release(...this.#blocks.splice(0));
  }
}
