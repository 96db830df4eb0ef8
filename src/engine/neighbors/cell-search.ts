import type { Block, ColumnTile, NeighborGraph, NeighborKernels, RankedLists, RowTable } from '../kernels';
import { emptyLists, rowsPerSlice, type CellIndex } from './cell-index';
import type { Pace } from './search-pace';

/** Ranked lists of some rows, as they travel between threads; [rows, length] each. */
export interface ListSlice {
  keys: Int32Array;
  ids: Int32Array;
}

/** Most columns scanned at a time: packed, they stay in the second-level cache. */
const MOST_COLUMNS = 1024;

/** A join's sizes: neighbours asked, as many that name the point, and how many of each are looked at. */
const ASKED = { few: 16, most: 24 };

/**
 * The search in the cells of an index, by one thread or by several: each scans some cells, the lists are merged,
 * and each joins some rows. Rows are numbered as in the index.
 */
export class CellSearch {
  readonly #kernels: NeighborKernels;
  readonly #index: CellIndex;
  readonly #rows: RowTable;
  readonly #lists: RankedLists;
  readonly #tile: ColumnTile;
  readonly #queries: Block;
  readonly #points: number;
  readonly #tileColumns: number;
  #graph: NeighborGraph | null = null;

  /**
   * @param rows in the order of the index, in the kernels' memory.
   * @param length of the lists: some more than neighbours asked for, as int16 may swap near ones.
   */
  constructor(kernels: NeighborKernels, rows: RowTable, index: CellIndex, length: number) {
    this.#kernels = kernels;
    this.#index = index;
    this.#points = index.offsets[index.offsets.length - 1];
    this.#rows = rows;
    this.#lists = emptyLists(kernels, this.#points, length);
    // All pairs of a tile's columns are one slice of work.
    this.#tileColumns = Math.min(MOST_COLUMNS, Math.max(8, Math.floor(Math.sqrt((2 * kernels.productsPerSlice) / rows.dimensions))));
    this.#tile = kernels.createTile(this.#tileColumns, rows.dimensions);
    this.#queries = kernels.allocate(this.#points * 4);
  }

  /** Compares all points of cells from … to − 1 with each other and with who looks into their cell; both sides learn. */
  async scan(from: number, to: number, pace: Pace): Promise<void> {
    const { offsets, queryOffsets, queries } = this.#index;
    for (let cell = from; cell < to; cell++) {
      const visitors = queries.subarray(queryOffsets[cell], queryOffsets[cell + 1]);
      for (let first = offsets[cell]; first < offsets[cell + 1]; first += this.#tileColumns) {
        const end = Math.min(first + this.#tileColumns, offsets[cell + 1]);
        this.#pack(first, end, true);
        await this.#scanRows(range(first, end), true, true, pace);
        await this.#scanRows(range(offsets[cell], first), true, false, pace);
        await this.#scanRows(visitors, true, false, pace);
      }
    }
  }

  /** Compares rows whose first `k` places are not all taken (points of nearly empty cells) with all points. */
  async complete(k: number, pace: Pace): Promise<void> {
    const { ids, length } = this.#lists;
    const open: number[] = [];
    for (let row = 0; row < this.#points; row++) if (ids.int32[row * length + k - 1] < 0) open.push(row);
    for (let first = 0; first < this.#points && open.length > 0; first += this.#tileColumns) {
      this.#pack(first, Math.min(first + this.#tileColumns, this.#points), false);
      await this.#scanRows(Uint32Array.from(open), false, false, pace);
    }
  }

  #pack(first: number, end: number, both: boolean): void {
    this.#tile.ids.int32.set(range(first, end));
    this.#kernels.packColumns(this.#rows, this.#tile, end - first, both ? this.#lists : null);
  }

  async #scanRows(rows: Uint32Array, both: boolean, triangle: boolean, pace: Pace): Promise<void> {
    const kernels = this.#kernels;
    this.#queries.int32.set(rows);
    const step = triangle ? rows.length : rowsPerSlice(kernels, this.#tile.count, this.#rows.dimensions);
    for (let first = 0; first < rows.length; first += step) {
      kernels.scanColumns(this.#rows, this.#queries, first, Math.min(step, rows.length - first), this.#tile, this.#lists, both, triangle);
      await pace();
    }
  }

  /** Copies of the lists of rows from … to − 1. */
  slice(from = 0, to = this.#points): ListSlice {
    const { keys, ids, length } = this.#lists;
    return { keys: keys.int32.slice(from * length, to * length), ids: ids.int32.slice(from * length, to * length) };
  }

  /** Takes over lists as they are, from row `from` on. */
  replace({ keys, ids }: ListSlice, from = 0): void {
    this.#lists.keys.int32.set(keys, from * this.#lists.length);
    this.#lists.ids.int32.set(ids, from * this.#lists.length);
  }

  /** Takes what another thread found for rows from `from` on: of both lists the best, by key, then by id. */
  async merge(other: ListSlice, from: number, pace: Pace): Promise<void> {
    const { length } = this.#lists;
    const mergedKeys = new Int32Array(length);
    const mergedIds = new Int32Array(length);
    const keys = this.#lists.keys.int32;
    const ids = this.#lists.ids.int32;
    const rows = other.ids.length / length;
    for (let row = 0; row < rows; row++) {
      const list = (from + row) * length;
      for (let slot = 0, a = list, b = row * length; slot < length; slot++) {
        const same = keys[a] === other.keys[b] && ids[a] === other.ids[b];
        const mine = keys[a] > other.keys[b] || (keys[a] === other.keys[b] && ids[a] <= other.ids[b]);
        mergedKeys[slot] = mine ? keys[a] : other.keys[b];
        mergedIds[slot] = mine ? ids[a] : other.ids[b];
        if (mine) a++;
        if (!mine || same) b++;
      }
      keys.set(mergedKeys, list);
      ids.set(mergedIds, list);
      if (row % 4096 === 4095) await pace();
    }
  }

  /** Fixes the lists as they are, once, for {@link join} to read, and finds who names whom in them. */
  fixGraph(): void {
    const { length } = this.#lists;
    const points = this.#points;
    const asked = Math.min(length, Math.max(ASKED.few, Math.min(ASKED.most, length - ASKED.few)));
    const graph = { ids: this.#kernels.allocate(points * length * 4), reverse: this.#kernels.allocate(points * asked * 4), forward: asked, backward: asked, depth: asked };
    this.#graph = graph;
    const ids = graph.ids.int32;
    ids.set(this.#lists.ids.int32);
    const reverse = graph.reverse.int32.fill(-1);
    const named = new Uint8Array(points);
    // Nearest first: a hub is named by more than it can hold.
    for (let j = 0; j < asked; j++) {
      for (let row = 0; row < points; row++) {
        const id = ids[row * length + j];
        if (id >= 0 && named[id] < asked) reverse[id * asked + named[id]++] = row;
      }
    }
  }

  /** One round of NN-descent for rows from … to − 1; changes their lists only. */
  async join(from: number, to: number, pace: Pace): Promise<void> {
    const graph = this.#graph!;
    // Pointer chasing: about a quarter of a scan's speed.
    const rows = rowsPerSlice(this.#kernels, 4 * (graph.forward + graph.backward) * graph.depth, this.#rows.dimensions);
    for (let first = from; first < to; first += rows) {
      this.#kernels.joinNeighbors(this.#rows, graph, this.#lists, first, Math.min(first + rows, to));
      await pace();
    }
  }
}

function range(from: number, to: number): Uint32Array {
  const rows = new Uint32Array(to - from);
  for (let i = 0; i < rows.length; i++) rows[i] = from + i;
  return rows;
}
