import { NO_KEY, type ColumnTile, type NeighborKernels, type RankedLists, type RowTable } from '../kernels';
import { freeArray } from '../free-array';
import { createRandom } from '../random';
import { permuteRows, writeRows } from './quantized-rows';
import type { Pace } from './search-pace';

/** Points parted into cells, and which cells each point looks into. Points are numbered by cell. */
export interface CellIndex {
  /** Cell c holds the points offsets[c] … offsets[c + 1] − 1; [cells + 1]. */
  offsets: Uint32Array;
  /** Points of other cells that look into cell c: queries[queryOffsets[c] … queryOffsets[c + 1] − 1]; [cells + 1]. */
  queryOffsets: Uint32Array;
  queries: Uint32Array;
}

export interface CellOptions {
  /** Cells of about equal weight to aim at. */
  cells: number;
  /** Nearest cells a point looks into, its own included. */
  probes: number;
  seed: number;
}

/** Points a centre is fitted to, and times it is fitted. */
const SAMPLES_PER_CELL = 24;
const ROUNDS = 5;

/** A cell of more than so many times the mean is cut: near-identical points without number must not cost their square. */
const LARGEST = 8;

/** Rows of a scan between two yields, for the products that a kernel does meanwhile. */
export function rowsPerSlice(kernels: NeighborKernels, columns: number, dimensions: number): number {
  return Math.max(4, Math.floor(kernels.productsPerSlice / (Math.max(columns, 1) * dimensions) / 4) * 4);
}

/** Rows of points, and behind them those of the cells' centres. */
interface Centers {
  rows: RowTable;
  tile: ColumnTile;
  points: number;
  cells: number;
}

/**
 * k-means (Lloyd's rounds on a seeded sample) on quantised rows; every point then names its nearest centres, and the rows
 * are brought into the order of their cells, in place.
 * @param rows of `points` points, with room for as many centres as there are cells behind them.
 * @returns the index, and the original row of each of its points.
 */
export async function buildCellIndex(kernels: NeighborKernels, rows: RowTable, points: number, options: CellOptions, pace: Pace): Promise<{ index: CellIndex; order: Uint32Array }> {
  const { stride, dimensions } = rows;
  const cells = Math.min(options.cells, points);
  const probes = Math.min(options.probes, cells);
  const tile = kernels.createTile(cells, dimensions);
  const centers: Centers = { rows, tile, points, cells };
  for (let c = 0; c < cells; c++) tile.ids.int32[c] = points + c;

  const sample = drawSample(points, cells * SAMPLES_PER_CELL, options.seed);
  for (let c = 0; c < cells; c++) writeRows(rows, points + c, rows.values.int16.slice(sample[c] * stride, (sample[c] + 1) * stride));
  for (let round = 0; round < ROUNDS; round++) {
    const nearest = await nearestCenters(kernels, centers, sample, 1, pace);
    moveCenters(centers, sample, nearest);
    await pace();
  }
  const everyone = Int32Array.from({ length: points }, (_, i) => i);
  const probed = await nearestCenters(kernels, centers, everyone, probes, pace);
  kernels.release(tile.ids, tile.halves, tile.limits, tile.packed);
  const arranged = arrangeByCell(probed, points, probes, cells);
  freeArray(probed);
  await permuteRows(rows, arranged.order, pace);
  return arranged;
}

/** Distinct points in random order (Fisher–Yates, as far as needed). */
function drawSample(points: number, size: number, seed: number): Int32Array {
  const random = createRandom(seed);
  const all = Int32Array.from({ length: points }, (_, i) => i);
  const count = Math.min(size, points);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (points - i));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all.slice(0, count);
}

/** The `length` nearest cells of some points, nearest first; [queries, length]. */
async function nearestCenters(kernels: NeighborKernels, centers: Centers, queries: Int32Array, length: number, pace: Pace): Promise<Int32Array> {
  const { rows, tile, points, cells } = centers;
  const lists = emptyLists(kernels, points, length);
  const block = kernels.allocate(queries.length * 4);
  block.int32.set(queries);
  kernels.packColumns(rows, tile, cells, null);
  const step = rowsPerSlice(kernels, cells, rows.dimensions);
  for (let q = 0; q < queries.length; q += step) {
    kernels.scanColumns(rows, block, q, Math.min(step, queries.length - q), tile, lists, false, false);
    await pace();
  }
  const ids = lists.ids.int32;
  const nearest = new Int32Array(queries.length * length);
  for (let q = 0; q < queries.length; q++) for (let p = 0; p < length; p++) nearest[q * length + p] = ids[queries[q] * length + p] - points;
  kernels.release(block, lists.keys, lists.ids);
  return nearest;
}

/** Every centre goes to the mean of its sample; one without any stays. */
function moveCenters({ rows, points, cells }: Centers, sample: Int32Array, nearest: Int32Array): void {
  const { stride } = rows;
  const values = rows.values.int16;
  const sums = new Float64Array(cells * stride);
  const counts = new Uint32Array(cells);
  for (let s = 0; s < sample.length; s++) {
    counts[nearest[s]]++;
    for (let d = 0, to = nearest[s] * stride, from = sample[s] * stride; d < stride; d++) sums[to + d] += values[from + d];
  }
  for (let c = 0; c < cells; c++) {
    if (counts[c] > 0) writeRows(rows, points + c, sums.subarray(c * stride, (c + 1) * stride).map((sum) => Math.round(sum / counts[c])));
  }
}

/** Numbers the points by their first cell, and gathers for each cell who else looks into it. */
function arrangeByCell(probed: Int32Array, points: number, probes: number, centers: number): { index: CellIndex; order: Uint32Array } {
  const largest = Math.ceil((LARGEST * points) / centers);
  const members = new Uint32Array(centers);
  for (let i = 0; i < points; i++) members[probed[i * probes]]++;
  // Cell c is cut into parts[c] cells from firstPart[c] on; who looks into it takes one of them by turns.
  const parts = members.map((count) => Math.max(1, Math.ceil(count / largest)));
  const firstPart = runningSums(parts);
  const part = (center: number, turn: number) => firstPart[center] + (turn % parts[center]);
  const cells = firstPart[centers];

  const sizes = new Uint32Array(cells);
  const looks = new Uint32Array(cells);
  for (let i = 0; i < points; i++) {
    sizes[part(probed[i * probes], i)]++;
    for (let p = 1; p < probes; p++) looks[part(probed[i * probes + p], i)]++;
  }
  const offsets = runningSums(sizes);
  const queryOffsets = runningSums(looks);

  const order = new Uint32Array(points);
  const next = offsets.slice();
  for (let i = 0; i < points; i++) order[next[part(probed[i * probes], i)]++] = i;
  const queries = new Uint32Array(queryOffsets[cells]);
  const nextQuery = queryOffsets.slice();
  for (let row = 0; row < points; row++) {
    const i = order[row];
    for (let p = 1; p < probes; p++) queries[nextQuery[part(probed[i * probes + p], i)]++] = row;
  }
  return { index: { offsets, queryOffsets, queries }, order };
}

/** 0, a, a + b, … */
function runningSums(counts: Uint32Array): Uint32Array {
  const sums = new Uint32Array(counts.length + 1);
  for (let c = 0; c < counts.length; c++) sums[c + 1] = sums[c] + counts[c];
  return sums;
}

export function emptyLists(kernels: NeighborKernels, rows: number, length: number): RankedLists {
  const lists = { keys: kernels.allocate(rows * length * 4), ids: kernels.allocate(rows * length * 4), length };
  lists.keys.int32.fill(NO_KEY);
  lists.ids.int32.fill(-1);
  return lists;
}
