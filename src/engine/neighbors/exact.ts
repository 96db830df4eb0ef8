import { abortedError, FvError } from '../errors';
import { distanceTile, selectNearest } from '../kernels';
import type { Device, DeviceBuffer } from '../kernels';
import { TaskSlicer } from '../next-task';
import type { Metric, NeighborLists } from '../types';
import { keepNearest } from './keep-nearest';
import type { SearchVectors } from './search-vectors';

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
 * Holds the vectors on the device from its making to `dispose`.
 */
export class ExactSearch {
  readonly #device: Device;
  readonly #vectors: SearchVectors;
  readonly #buffer: DeviceBuffer<'float32'>;
  readonly #points: number;

  /** @throws FvError `out-of-memory` where the vectors are more than the device takes in one buffer. */
  constructor(device: Device, vectors: SearchVectors) {
    const { bufferBytes } = device.limits;
    if (vectors.values.byteLength > bufferBytes) {
      throw new FvError({
        code: 'out-of-memory', expected: `vectors of at most ${bufferBytes} bytes for an exact search on ${device.backend}`,
        received: `${vectors.values.byteLength} bytes`, fix: 'search approximately, or use backend "cpu"',
      });
    }
    this.#device = device;
    this.#vectors = vectors;
    this.#points = vectors.values.length / vectors.dimensions;
    this.#buffer = device.upload('float32', vectors.values);
  }

  /** Lists are ordered by exactly summed distances. Yields to the event loop between slices. */
  async search({ k, metric, signal, onProgress, from = 0, to = this.#points }: NeighborSearch): Promise<NeighborLists> {
    const device = this.#device;
    const points = this.#points;
    const { dimensions } = this.#vectors;
    const lists: NeighborLists = { indices: new Uint32Array((to - from) * k), distances: new Float32Array((to - from) * k), k, recall: 1 };
    if (k === 0) return lists;
    const tileFloats = Math.min(device.backend === 'cpu' ? TILE_FLOATS.cpu : TILE_FLOATS.gpu, device.limits.bufferBytes / 4);
    // Four rows always fit: a row of distances is no longer than a quarter of the vectors, whose dimensions are 4 or more.
    const rowsPerTile = Math.max(4, Math.floor(tileFloats / points / 4) * 4);
    const slicer = new TaskSlicer(SLICE_MS);
    for (let firstRow = from; firstRow < to; firstRow += rowsPerTile) {
      const rows = Math.min(rowsPerTile, to - firstRow);
      const tile = device.run(distanceTile, { vectors: this.#buffer }, { points, dimensions, firstRow, rows });
      const nearest = device.run(selectNearest, { distances: tile }, { points, firstRow, rows, k });
      try {
        lists.indices.set(await device.read(nearest), (firstRow - from) * k);
      } finally {
        device.release(tile, nearest);
      }
      orderRows(this.#vectors, lists, metric, firstRow, from, rows);
      if (slicer.due) {
        onProgress?.((firstRow + rows - from) / (to - from));
        await slicer.yield();
      }
      if (signal?.aborted) throw abortedError();
    }
    return lists;
  }

  dispose(): void {
    this.#device.release(this.#buffer);
  }
}

/** One exact search of its own; see {@link ExactSearch}. */
export async function exactNeighbors(device: Device, vectors: SearchVectors, search: NeighborSearch): Promise<NeighborLists> {
  const exact = new ExactSearch(device, vectors);
  try {
    return await exact.search(search);
  } finally {
    exact.dispose();
  }
}

/** Fills in the distances of some rows and puts their lists in order: kernels may swap what float32 cannot tell apart. */
function orderRows(vectors: SearchVectors, lists: NeighborLists, metric: Metric, firstRow: number, from: number, rows: number): void {
  const { indices, k } = lists;
  for (let row = firstRow; row < firstRow + rows; row++) {
    const list = (row - from) * k;
    // In place: the list never holds more than has been read.
    keepNearest(vectors, metric, row, indices.subarray(list, list + k), lists, list);
  }
}
