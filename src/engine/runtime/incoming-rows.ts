import { FvError } from '../errors';
import { freeArray } from '../free-array';
import { nonFiniteValue } from '../map-data';

/** Rows that a request has announced, put together as they come. */
export class IncomingRows {
  /** Row-major [m, dimensions]; rejects with an FvError: not finite, cut short, or more than there is memory for. */
  readonly whole: Promise<Float32Array>;
  readonly #dimensions: number;
  readonly #length: number;
  #values: Float32Array | null = null;
  #received = 0;
  #resolve!: (values: Float32Array) => void;
  #reject!: (error: FvError) => void;

  /** @param length values in all. */
  constructor(length: number, dimensions: number) {
    this.#length = length;
    this.#dimensions = dimensions;
    this.whole = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever waits for them hears of it.
    this.whole.catch(() => {});
    try {
      this.#values = new Float32Array(length);
    } catch (error) {
      this.#fail(FvError.from(error));
    }
    this.#settle();
  }

  /** Whether all have come, of use or not. */
  get complete(): boolean {
    return this.#received === this.#length;
  }

  /** Takes over the next values. */
  put(block: Float32Array): void {
    const from = this.#received;
    if (block.length === 0) {
      this.#received = this.#length;
      this.#fail(new FvError({ code: 'invalid-data', expected: 'vectors that stay until they have been copied', received: 'an array that was detached', fix: 'transfer the array once the layout has told its status' }));
      return;
    }
    this.#received += block.length;
    const bad = nonFiniteValue(block, this.#dimensions, from);
    if (bad !== null) this.#fail(bad);
    this.#values?.set(block, from);
    freeArray(block);
    this.#settle();
  }

  #settle(): void {
    if (this.complete && this.#values !== null) this.#resolve(this.#values);
  }

  #fail(error: FvError): void {
    this.#values = null;
    this.#reject(error);
  }
}
