import { abortedError } from '../errors';
import { distanceTile, selectNearest } from '../kernels';
import type { Device } from '../kernels';
import { TaskSlicer } from '../next-task';
import type { Metric, NeighborLists } from '../types';
import { exactDistance, type SearchVectors } from './search-vectors';

/** What a search needs besides its vectors. */
export interface NeighborSearch {
  k: number;
  metric: Metric;
  /** Rows to search for, first inclusive, last exclusive; default all. */
  from?: number;
  to?: number;
  signal?: AbortSignal;
  /** Called with the share done, 0 … 1, between slices. */
  onProgress?: (share: number) => void;
}

/** Floats of one distance tile: small enough for a processor's cache, or large enough to fill a GPU. */
const TILE_FLOATS = { cpu: 1 << 19, gpu: 1 << 23 };

/** A slice of work between two yields, milliseconds. */
const SLICE_MS = 12;

/**
 * Exact nearest neighbours by tiles of distances: for each tile of rows, all distances, then the k smallest.
 * The lists are ordered by exactly summed distances. Yields to the event loop between slices.
 */
export async function exactNeighbors(device: Device, vectors: SearchVectors, search: NeighborSearch): Promise<NeighborLists> {
  const { k, metric, signal, onProgress } = search;
  const points = vectors.values.length / vectors.dimensions;
  const from = search.from ?? 0;
  const to = search.to ?? points;
  const indices = new Uint32Array((to - from) * k);
  const distances = new Float32Array((to - from) * k);
  if (k === 0 || to <= from) return { indices, distances, k };
  const tileFloats = device.backend === 'cpu' ? TILE_FLOATS.cpu : TILE_FLOATS.gpu;
  const rowsPerTile = Math.max(4, Math.floor(tileFloats / points / 4) * 4);
  const buffer = device.upload('float32', vectors.values);
  const slicer = new TaskSlicer(SLICE_MS);
  try {
    for (let firstRow = from; firstRow < to; firstRow += rowsPerTile) {
      const rows = Math.min(rowsPerTile, to - firstRow);
      const tile = device.run(distanceTile, { vectors: buffer }, { points, dimensions: vectors.dimensions, firstRow, rows });
      const nearest = device.run(selectNearest, { distances: tile }, { points, firstRow, rows, k });
      const columns = await device.read(nearest);
      device.release(tile, nearest);
      indices.set(columns, (firstRow - from) * k);
      orderRows(vectors, indices, distances, { k, metric, from, firstRow, rows });
      if (slicer.due) {
        onProgress?.((firstRow + rows - from) / (to - from));
        await slicer.yield();
      }
      if (signal?.aborted) throw abortedError();
    }
  } finally {
    device.release(buffer);
  }
  return { indices, distances, k };
}

/** Fills in the distances of some rows and puts their lists in order: kernels may swap what float32 cannot tell apart. */
function orderRows(
  vectors: SearchVectors,
  indices: Uint32Array,
  distances: Float32Array,
  { k, metric, from, firstRow, rows }: { k: number; metric: Metric; from: number; firstRow: number; rows: number },
): void {
  for (let row = firstRow; row < firstRow + rows; row++) {
    const list = (row - from) * k;
    for (let j = 0; j < k; j++) {
      const column = indices[list + j];
      const distance = exactDistance(vectors, row, column, metric);
      let slot = list + j;
      while (slot > list && distances[slot - 1] > distance) {
        distances[slot] = distances[slot - 1];
        indices[slot] = indices[slot - 1];
        slot--;
      }
      distances[slot] = distance;
      indices[slot] = column;
    }
  }
}
