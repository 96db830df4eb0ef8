import { freeArray } from '../free-array';
import type { Metric } from '../types';
import type { Pace } from './search-pace';
import { columnMeans, hasZeroRow, normalizeRows, shiftRows, widenRows, type SearchVectors } from './search-vectors';

/** Rows brought into form between two looks at the clock. */
const BLOCK = 4096;

/** Room made for later rows where rows join others, as a share of all: few that come often are not worth a copy of all each time. */
const SPARE = 1 / 8;

/**
 * Rows of vectors that come by and by, held once, in the form that searches work on: see {@link SearchVectors}. For
 * `euclidean` the means of the rows that came first are taken out of all.
 */
export class SearchRows {
  readonly #given: number;
  readonly #metric: Metric;
  #values: Float32Array = new Float32Array(0);
  #dimensions: number;
  /** Rows in form. */
  #settled = 0;
  #waiting: Float32Array[] = [];
  #shift: Float64Array | null = null;

  /** @param dimensions of the vectors as they are given. */
  constructor(dimensions: number, metric: Metric) {
    this.#given = dimensions;
    this.#metric = metric;
    this.#dimensions = Math.ceil(dimensions / 4) * 4;
  }

  /** All rows given, in form or not. */
  get points(): number {
    return this.#settled + this.#waitingRows;
  }

  get bytes(): number {
    return this.#waiting.reduce((sum, { byteLength }) => sum + byteLength, this.#values.byteLength);
  }

  /** Takes over rows, row-major [m, dimensions], finite; the array is changed or freed by {@link settle}. */
  append(vectors: Float32Array): void {
    this.#waiting.push(vectors);
  }

  /** Forgets all rows from `points` on. */
  truncate(points: number): void {
    this.#waiting = [];
    this.#settled = Math.min(this.#settled, points);
    // Padding counts on zeros.
    this.#values.fill(0, this.#settled * this.#dimensions);
  }

  /** Brings what was appended into form: in place where nothing stands yet and no padding is needed. */
  async settle(pace: Pace): Promise<void> {
    const added = this.#waitingRows;
    if (added === 0) return;
    const from = this.#settled;
    const to = from + added;
    const extra = this.#metric === 'cosine' && this.#dimensions === this.#given && this.#waiting.some((rows) => hasZeroRow(rows, this.#given));
    this.#makeRoom(to, this.#dimensions + (extra ? 4 : 0));
    if (this.#metric === 'euclidean') this.#shift ??= columnMeans(this.#values.subarray(0, to * this.#dimensions), this.#dimensions);
    for (let first = from; first < to; first += BLOCK) {
      const rows = this.#values.subarray(first * this.#dimensions, Math.min(to, first + BLOCK) * this.#dimensions);
      if (this.#shift === null) normalizeRows(rows, this.#dimensions, this.#given);
      else shiftRows(rows, this.#dimensions, this.#shift);
      await pace();
    }
    this.#settled = to;
  }

  /** The first rows, in form; a view, good until the next {@link settle}. */
  first(points: number): SearchVectors {
    return { values: this.#values.subarray(0, points * this.#dimensions), dimensions: this.#dimensions };
  }

  get #waitingRows(): number {
    return this.#waiting.reduce((sum, { length }) => sum + length, 0) / this.#given;
  }

  /** Puts the waiting rows behind the others, all with so many dimensions. */
  #makeRoom(rows: number, dimensions: number): void {
    if (this.#settled === 0 && this.#waiting.length === 1 && dimensions === this.#given) [this.#values] = this.#waiting;
    else {
      if (dimensions !== this.#dimensions || rows * dimensions > this.#values.length) {
        const room = new Float32Array(Math.ceil(rows * (this.#settled === 0 ? 1 : 1 + SPARE)) * dimensions);
        widenRows(room, dimensions, this.#values.subarray(0, this.#settled * this.#dimensions), this.#dimensions);
        freeArray(this.#values);
        this.#values = room;
      }
      let at = this.#settled * dimensions;
      for (const given of this.#waiting) {
        widenRows(this.#values.subarray(at), dimensions, given, this.#given);
        at += (given.length / this.#given) * dimensions;
        freeArray(given);
      }
    }
    this.#dimensions = dimensions;
    this.#waiting = [];
  }
}
