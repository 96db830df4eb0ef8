import { validateMapData, type EmbeddingMapData } from '../../engine';
import { checkExtends, withRows } from './grow-map';

/** Above so many values the engine alone reads each of them, in its worker. */
const VALUES_READ_AT_ONCE = 4_000_000;

/** The data of a map that passed the checks, and where its leading rows are. */
export class MapContent {
  #data: EmbeddingMapData | null = null;
  #positions: Float32Array | null = null;
  #generation = 0;

  get data(): EmbeddingMapData | null {
    return this.#data;
  }

  /** Row-major [placed, 2], layout units; null without a layout. */
  get positions(): Float32Array | null {
    return this.#positions;
  }

  get points(): number {
    return this.#data?.labels.length ?? 0;
  }

  get placed(): number {
    return this.#positions ? this.#positions.length / 2 : 0;
  }

  /** Counts the data sets; the same while one grows. */
  get generation(): number {
    return this.#generation;
  }

  /** Takes other data, or none. What was there is gone in any case. @throws FvError for invalid data. */
  replace(data: EmbeddingMapData | null): void {
    this.#generation++;
    this.#data = this.#positions = null;
    if (!data) return;
    check(data);
    this.#data = data;
    this.restore();
  }

  /** Takes data that begins with the present rows; the vectors after those, or null without any. @throws FvError for other data. */
  extend(data: EmbeddingMapData): Float32Array | null {
    const before = this.#data!;
    check(data);
    checkExtends(before, data);
    this.#data = data;
    if (before.positions && data.positions) {
      this.#positions = data.positions;
      return null;
    }
    return data.labels.length > before.labels.length ? data.vectors!.subarray(before.vectors!.length) : null;
  }

  /** Appends rows at `positions`, row-major [m, 2]; copies all vectors once. Their ids. */
  append(vectors: Float32Array, labels: readonly string[], positions: Float32Array): number[] {
    const before = this.#data!;
    this.#data = withRows({ ...before, vectors: before.vectors! }, vectors, labels);
    const joined = new Float32Array(this.#positions!.length + positions.length);
    joined.set(this.#positions!);
    joined.set(positions, this.#positions!.length);
    this.#positions = joined;
    return labels.map((_, i) => before.labels.length + i);
  }

  /** Takes positions row-major [placed, 2]; kept. */
  place(positions: Float32Array): void {
    this.#positions = positions;
  }

  /** Takes positions that are lent: copied, into the same array as long as their number stays. */
  borrow(positions: Float32Array): void {
    if (this.#positions?.length !== positions.length || this.#positions === this.#data?.positions) this.#positions = positions.slice();
    else this.#positions.set(positions);
  }

  /** Goes back to the data's own positions, or to none. */
  restore(): void {
    this.#positions = this.#data?.positions ?? null;
  }

  /** The positions of the leading `rows`, those that have one. */
  leading(rows: number): Float32Array | null {
    return this.#positions && this.#positions.subarray(0, 2 * rows);
  }
}

function check(data: EmbeddingMapData): void {
  validateMapData(data, { values: !data.vectors || data.vectors.length <= VALUES_READ_AT_ONCE });
}
