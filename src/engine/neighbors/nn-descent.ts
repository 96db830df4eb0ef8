import { FvError } from '../errors';
import { pullNeighbors, type Device } from '../kernels';
import { createRandom } from '../random';
import type { NeighborLists } from '../types';
import { randomLists, sampleTable, windowTable, type DescentShape } from './descent-table';
import { exactNeighbors, type NeighborSearch } from './exact';
import { keepNearest } from './keep-nearest';
import { projectionOrder } from './projection-order';
import { searchPace, type Pace } from './search-pace';
import type { SearchVectors } from './search-vectors';
import { VectorBlocks } from './vector-blocks';

/** What a descent is asked: always for all rows. */
export interface DescentSearch extends Omit<NeighborSearch, 'from' | 'to'> {
  /** Any integer; the same seed on the same backend gives the same lists. */
  seed: number;
}

/** Up to so many points, or lists' lengths, every pair is compared. */
const EXACT = { points: 1024, lists: 8 };

/** Entries of a list: beyond those asked for, and at least. What is found is found through them. */
const SPARE = 8;
const SHORTEST = 32;

/** Places in the table for fresh neighbours, and as many for old ones. */
const SAMPLED = 8;

/** Projection orders to begin with, and how far each point looks in each. */
const ORDERS = 4;
const REACH = 4;

/** The descent ends when less than this share of the entries is new, or after so many rounds. */
const ENOUGH = 0.001;
const MOST_ROUNDS = 20;

/** A round counts as this share of what is left to do: how many there will be shows only at the end. */
const ROUND = 1 / 6;

/** Shares of the whole search: orders and their windows before, putting in order afterwards. */
const PARTS = { orders: 0.05, windows: 0.1, after: 0.05 };

/** Products of a slice: some milliseconds on a processor, some tens on a GPU. */
const SLICE = { cpu: 2 ** 22, software: 2 ** 27, gpu: 2 ** 31 };

/** Candidates of a slice, whose distances WebGL holds in a texture: 64 MiB. */
const SLICE_CANDIDATES = 2 ** 24;

const roundUp = (value: number) => 4 * Math.ceil(value / 4);
const roundDown = (value: number) => 4 * Math.floor(value / 4);

/**
 * Approximate nearest neighbours of every row by NN-descent (Dong, Moses & Li 2011): neighbours of neighbours are
 * likely neighbours. Starts from random projection orders; each round every row pulls the candidates that were sampled
 * for it. The device holds the vectors and a round's table, 4 · (dimensions + 32) bytes a point, in buffers within its
 * limits; lists of 4 · (k + 8) bytes a point, at least 128, and sampling stay with the host.
 * Final lists are ordered by exactly summed distances. Yields to the event loop.
 * @throws FvError `out-of-memory` where the vectors or the table exceed the device's limits.
 */
export async function descendNeighbors(device: Device, vectors: SearchVectors, search: DescentSearch): Promise<NeighborLists> {
  const { k, seed, signal, onProgress } = search;
  const points = vectors.values.length / vectors.dimensions;
  const length = Math.max(SHORTEST, roundUp(k + SPARE));
  if (k === 0 || points <= Math.max(EXACT.points, EXACT.lists * length)) return exactNeighbors(device, vectors, search);

  const sampled = Math.min(SAMPLED, roundDown(device.limits.bufferBytes / (8 * points)));
  if (sampled < 4) {
    throw new FvError({
      code: 'out-of-memory', expected: `at most ${Math.floor(device.limits.bufferBytes / 32)} points on ${device.backend}`, received: `${points}`,
      fix: 'use fewer points, or backend "cpu"',
    });
  }
  const pace = searchPace(signal);
  const random = createRandom(seed);
  const lists = randomLists(points, length, random);
  const descent = new Descent(device, vectors, lists, pace);
  try {
    const orders: Int32Array[] = [];
    for (let o = 0; o < ORDERS; o++) {
      orders.push(await projectionOrder(vectors, random, pace));
      onProgress?.((PARTS.orders * (o + 1)) / ORDERS);
    }
    // As old neighbours the windows are looked at, but not through. A device with little room for tables takes them in parts.
    const together = Math.max(1, Math.min(ORDERS, Math.floor((device.limits.bufferBytes / (4 * points)) / (2 * REACH))));
    for (let o = 0; o < ORDERS; o += together) {
      const table = await windowTable(orders.slice(o, o + together), REACH, pace);
      await descent.pull(table, { points, length, fresh: 0, old: table.length / points }, (done) => {
        onProgress?.(PARTS.orders + PARTS.windows * Math.min(1, (o + together * done) / ORDERS));
      });
    }
    orders.length = 0;
    const shape = { points, length, fresh: sampled, old: sampled };
    const before = PARTS.orders + PARTS.windows;
    let left = 1;
    for (let round = 0, share = 1; round < MOST_ROUNDS && share >= ENOUGH; round++) {
      const report = (done: number) => onProgress?.(before + (1 - before - PARTS.after) * (1 - left * (1 - ROUND * done)));
      await descent.pull(await sampleTable(lists, shape, random, pace), shape, report);
      left *= 1 - ROUND;
      share = freshShare(lists);
    }
  } finally {
    descent.dispose();
  }
  return orderLists(vectors, lists, length, search, pace);
}

/** Share of the entries that no row has looked through. */
function freshShare(lists: Int32Array): number {
  let fresh = 0;
  for (const code of lists) if (code >= 0) fresh += code & 1;
  return fresh / lists.length;
}

/** The vectors on the device, and the lists, which each round replaces slice by slice. */
class Descent {
  readonly #device: Device;
  readonly #dimensions: number;
  readonly #blocks: VectorBlocks;
  readonly #lists: Int32Array;
  readonly #pace: Pace;

  constructor(device: Device, vectors: SearchVectors, lists: Int32Array, pace: Pace) {
    this.#device = device;
    this.#dimensions = vectors.dimensions;
    this.#blocks = new VectorBlocks(device, vectors);
    this.#lists = lists;
    this.#pace = pace;
  }

  /** One round for all rows. Slices see each other's lists in the table alone: their order and size change nothing. */
  async pull(table: Int32Array, { points, length, fresh, old }: DescentShape, report: (share: number) => void): Promise<void> {
    const device = this.#device;
    const candidates = length + (fresh + old) * (fresh + 1) + old * fresh;
    const products = device.backend === 'cpu' ? SLICE.cpu : device.software ? SLICE.software : SLICE.gpu;
    const most = Math.min(products / this.#dimensions, SLICE_CANDIDATES, device.limits.bufferBytes / 4) / candidates;
    const rowsPerSlice = Math.max(1, Math.floor(most));
    const sampled = device.upload('int32', table);
    try {
      for (let firstRow = 0; firstRow < points; firstRow += rowsPerSlice) {
        const rows = Math.min(rowsPerSlice, points - firstRow);
        await this.#pullRows(sampled, { firstRow, rows, length, fresh, old });
        report((firstRow + rows) / points);
        await this.#pace();
      }
    } finally {
      device.release(sampled);
    }
  }

  async #pullRows(table: ReturnType<Device['upload']>, slice: { firstRow: number; rows: number; length: number; fresh: number; old: number }): Promise<void> {
    const device = this.#device;
    const from = slice.firstRow * slice.length;
    const before = device.upload('int32', this.#lists.subarray(from, from + slice.rows * slice.length));
    try {
      const inputs = { lists: before, table: table as typeof before, ...this.#blocks.inputs };
      const after = device.run(pullNeighbors, inputs, { dimensions: this.#dimensions, blockRows: this.#blocks.rows, ...slice });
      try {
        this.#lists.set(await device.read(after), from);
      } finally {
        device.release(after);
      }
    } finally {
      device.release(before);
    }
  }

  dispose(): void {
    this.#blocks.dispose();
  }
}

/** The k nearest of every list with their distances. */
async function orderLists(vectors: SearchVectors, lists: Int32Array, length: number, { k, metric, onProgress }: DescentSearch, pace: Pace): Promise<NeighborLists> {
  const points = lists.length / length;
  const ordered: NeighborLists = { indices: new Uint32Array(points * k), distances: new Float32Array(points * k), k };
  for (let row = 0; row < points; row++) {
    const neighbors = lists.subarray(row * length, (row + 1) * length).filter((code) => code >= 0).map((code) => code >> 1);
    if (keepNearest(vectors, metric, row, neighbors, ordered, row * k) < k) {
      throw new FvError({
        code: 'invalid-data', expected: 'vectors whose squared distances are finite in float32', received: `row ${row}, too far from the others`,
        fix: 'scale the vectors down, or use metric "cosine"',
      });
    }
    if (row % 256 === 255) await pace();
  }
  onProgress?.(1);
  return ordered;
}
