import type { Device } from '../kernels';
import type { Metric, NeighborLists } from '../types';
import { ExactSearch } from './exact';
import { keepNearest } from './keep-nearest';
import type { SearchVectors } from './search-vectors';

/** Vectors on the device at a time, floats: 16 MiB, whatever their number. */
const BLOCK_FLOATS = 1 << 22;

/** Rows searched for at a time. */
const ROWS = 256;

/**
 * Exact nearest neighbours of some rows among all, ordered by exactly summed distances. The vectors pass over the device
 * in blocks, each with the rows searched for before it: neither its memory nor its limits are asked for all of them.
 * Yields to the event loop.
 * @returns the list of rows[i] in place i.
 * @throws FvError `aborted` when the signal fires.
 */
export async function exactNeighborsOfRows(device: Device, vectors: SearchVectors, rows: Uint32Array, search: { k: number; metric: Metric; signal?: AbortSignal }): Promise<NeighborLists> {
  const { k, metric } = search;
  const lists: NeighborLists = { indices: new Uint32Array(rows.length * k), distances: new Float32Array(rows.length * k), k, recall: 1 };
  if (k === 0) return lists;
  for (let first = 0; first < rows.length; first += ROWS) {
    const some = rows.subarray(first, first + ROWS);
    const candidates = await candidatesOf(device, vectors, some, search);
    candidates.forEach((near, i) => keepNearest(vectors, metric, some[i], [...near], lists, (first + i) * k));
  }
  return lists;
}

/** For every row at least the k nearest of each block. */
async function candidatesOf(device: Device, { values, dimensions }: SearchVectors, rows: Uint32Array, search: { k: number; metric: Metric; signal?: AbortSignal }): Promise<Set<number>[]> {
  const points = values.length / dimensions;
  const room = Math.floor(Math.min(BLOCK_FLOATS, device.limits.bufferBytes / 4) / dimensions) - rows.length;
  const step = Math.max(search.k + 1, room);
  const candidates = Array.from(rows, () => new Set<number>());
  for (let from = 0; from < points; from += step) {
    const to = Math.min(points, from + step);
    const block = new Float32Array((rows.length + to - from) * dimensions);
    rows.forEach((row, i) => block.set(values.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions));
    block.set(values.subarray(from * dimensions, to * dimensions), rows.length * dimensions);
    const exact = new ExactSearch(device, { values: block, dimensions });
    // A row that is searched for may be met twice, and one of them is the row itself.
    const k = Math.min(2 * search.k + 1, rows.length + to - from - 1);
    try {
      const { indices } = await exact.search({ ...search, k, from: 0, to: rows.length });
      indices.forEach((index, at) => {
        const i = Math.floor(at / k);
        const row = index < rows.length ? rows[index] : from + index - rows.length;
        if (row !== rows[i]) candidates[i].add(row);
      });
    } finally {
      exact.dispose();
    }
  }
  return candidates;
}
