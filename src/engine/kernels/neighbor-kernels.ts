import { createPlainNeighborKernels } from './plain-neighbor-kernels';
import { createSimdNeighborKernels } from './simd-neighbor-kernels';

/** Bytes that live where the kernels compute. Views are made afresh: an allocation may move the memory. */
export interface Block {
  readonly int16: Int16Array;
  readonly int32: Int32Array;
}

/**
 * Rows of int16 whose products fit an int32: |row|² ≤ 2²⁹. `halves` holds |row|² / 2, so that for a row a the key
 * a·b − halves[b] orders the others as their distance from a does, nearest first.
 */
export interface RowTable {
  /** Row-major int16 [rows, stride]. */
  values: Block;
  /** int32 [rows]. */
  halves: Block;
  /** Even; what is multiplied. */
  dimensions: number;
  /** A multiple of 8, at least `dimensions`; the rest of a row is zeros. */
  stride: number;
}

/** The best seen for every row: by key downwards, by id upwards among equal keys; {@link NO_KEY} and −1 where empty. */
export interface RankedLists {
  /** int32 [rows, length]. */
  keys: Block;
  /** int32 [rows, length]. */
  ids: Block;
  length: number;
}

/** Some rows in the order the scan reads them. */
export interface ColumnTile {
  /** int32 [capacity]: the columns' rows, written by the caller before {@link NeighborKernels.packColumns}. */
  ids: Block;
  halves: Block;
  limits: Block;
  packed: Block;
  /** Columns packed, at most the capacity. */
  count: number;
}

/** Lists of before a join, and who names whom in them. */
export interface NeighborGraph {
  /** int32 [rows, length of the lists]. */
  ids: Block;
  /** int32 [rows, backward]: rows that name this one, −1 where there are fewer. */
  reverse: Block;
  /** Neighbours asked for theirs, at most the length of the lists. */
  forward: number;
  backward: number;
  /** Of each, how many are taken. */
  depth: number;
}

/** Less than every key, by more than 1, so that limits of "key − 1" stay in range. */
export const NO_KEY = -0x7ffffffe;

/** Kernels of the approximate search; all work in place, on blocks of their own memory. */
export interface NeighborKernels {
  /** Products of int16 that take about 5 ms. */
  readonly productsPerSlice: number;
  /** Zeroed. */
  allocate(bytes: number): Block;
  /** Lets later blocks have the memory of these. */
  release(...blocks: Block[]): void;
  createTile(capacity: number, dimensions: number): ColumnTile;
  /** Prepares the tile's first `count` columns; with `lists` they can be updated by {@link scanColumns}. */
  packColumns(rows: RowTable, tile: ColumnTile, count: number, lists: RankedLists | null): void;
  /**
   * Offers every column to the lists of the rows queries[first … first + count − 1], and with `both` the rows to the
   * columns' lists. `triangle`: the queries are the columns, each pair is looked at once (or twice, near the diagonal).
   */
  scanColumns(rows: RowTable, queries: Block, first: number, count: number, tile: ColumnTile, lists: RankedLists, both: boolean, triangle: boolean): void;
  /**
   * One round of NN-descent (Dong, Moses & Li 2011) in pull form: rows from … to − 1 look at the neighbours of their
   * neighbours and of those that name them. Reads only `graph`, writes only those rows' lists.
   */
  joinNeighbors(rows: RowTable, graph: NeighborGraph, lists: RankedLists, from: number, to: number): void;
}

/** In WebAssembly with SIMD where there is one, else the same in plain TypeScript: results are the same to the bit. */
export async function createNeighborKernels(): Promise<NeighborKernels> {
  return (await createSimdNeighborKernels()) ?? createPlainNeighborKernels();
}
