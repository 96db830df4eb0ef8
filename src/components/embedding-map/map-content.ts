import { validateMapData, type EmbeddingMapData } from '../../engine';
import { checkExtends, withRows } from './grow-map';

/** Above so many values the engine alone reads each of them, in its worker. */
const VALUES_READ_AT_ONCE = 4_000_000;

/** −1 among unsigned rows. */
const UNSHOWN = 0xffff_ffff;

/** The data of a map that passed the checks, and where its leading rows are. */
export class MapContent {
  #data: EmbeddingMapData | null = null;
  #positions: Float32Array | null = null;
  #generation = 0;
  /** What is put aside while some of its rows are isolated, and the ids of those, ascending. */
  #whole: { data: EmbeddingMapData; positions: Float32Array | null } | null = null;
  #ids: Uint32Array | null = null;

  /** What the map shows. Its rows are those of {@link MapContent.whole} unless some are isolated. */
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

  /** The user's data. */
  get whole(): EmbeddingMapData | null {
    return this.#whole?.data ?? this.#data;
  }

  /** Rows of the user's data that are shown alone, ascending; null where all are shown. Never changed in place. */
  get isolated(): Uint32Array | null {
    return this.#ids;
  }

  /** Counts the data sets; the same while one grows. */
  get generation(): number {
    return this.#generation;
  }

  /** Takes other data, or none. What was there is gone in any case. @throws FvError for invalid data. */
  replace(data: EmbeddingMapData | null): void {
    this.#generation++;
    this.#data = this.#positions = this.#whole = this.#ids = null;
    if (!data) return;
    check(data);
    this.#data = data;
    this.restore();
  }

  /** Shows `data`, the rows `ids` (ascending) of the user's data, alone. */
  isolate(ids: Uint32Array, data: EmbeddingMapData): void {
    this.#generation++;
    this.#whole ??= { data: this.#data!, positions: this.#positions };
    this.#ids = ids;
    this.#data = data;
    this.restore();
  }

  /** Shows all rows again, where they were. */
  showAll(): void {
    if (!this.#whole) return;
    this.#generation++;
    ({ data: this.#data, positions: this.#positions } = this.#whole);
    this.#whole = this.#ids = null;
  }

  /** The id of a row, which is its row in the user's data. */
  idOf(row: number): number {
    return this.#ids ? this.#ids[row] : row;
  }

  /** Ids of rows, in order. */
  idsOf(rows: ArrayLike<number>): Uint32Array {
    const ids = this.#ids;
    return ids ? Uint32Array.from(rows, (row) => ids[row]) : rows instanceof Uint32Array ? rows : Uint32Array.from(rows);
  }

  /** The row of an id; −1 where it is not shown. */
  rowOf(id: number): number {
    if (!this.#ids) return id < this.points ? id : -1;
    const row = this.rowsBelow(id);
    return this.#ids[row] === id ? row : -1;
  }

  /** Rows of ids, in order, without those that are not shown. */
  rowsOf(ids: Uint32Array): Uint32Array {
    return this.#ids ? ids.map((id) => this.rowOf(id)).filter((row) => row !== UNSHOWN) : ids;
  }

  /** How many rows have an id below `id`. */
  rowsBelow(id: number): number {
    if (!this.#ids) return Math.min(id, this.points);
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ids[middle] < id) low = middle + 1;
      else high = middle;
    }
    return low;
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
    // The user's own array: the layout that goes on from there writes into this one.
    if (before.positions) this.#positions = before.positions.slice();
    return data.labels.length > before.labels.length ? data.vectors!.subarray(before.vectors?.length ?? 0) : null;
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
