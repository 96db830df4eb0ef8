import type { Block, NeighborKernels, RowTable } from './neighbor-kernels';

class PlainBlock implements Block {
  readonly int16: Int16Array;
  readonly int32: Int32Array;

  constructor(bytes: number) {
    const buffer = new ArrayBuffer(Math.ceil(bytes / 4) * 4);
    this.int16 = new Int16Array(buffer);
    this.int32 = new Int32Array(buffer);
  }
}

/** The kernels of the approximate search in plain TypeScript: the fallback, and the oracle of the SIMD ones. */
export function createPlainNeighborKernels(): NeighborKernels {
  const allocate = (bytes: number) => new PlainBlock(bytes);
  const nothing = allocate(0);
  let stamps: Int32Array | null = null;

  return {
    productsPerSlice: 5e6,
    allocate,
    release() {},
    createTile: (capacity) => ({ ids: allocate(capacity * 4), halves: nothing, limits: nothing, packed: nothing, count: 0 }),
    packColumns(_rows, tile, count) {
      tile.count = count;
    },
    scanColumns(rows, queries, first, count, tile, lists, both, triangle) {
      const { length } = lists;
      const ids = lists.ids.int32;
      const keys = lists.keys.int32;
      const halves = rows.halves.int32;
      for (let r = first; r < first + count; r++) {
        const row = queries.int32[r];
        for (let c = triangle ? r - first + 1 : 0; c < tile.count; c++) {
          const column = tile.ids.int32[c];
          if (column === row) continue;
          const product = productOf(rows, row, column);
          insertRanked(keys, ids, row * length, length, product - halves[column], column);
          if (both) insertRanked(keys, ids, column * length, length, product - halves[row], row);
        }
      }
    },
    joinNeighbors(rows, graph, lists, from, to) {
      const { length } = lists;
      const ids = lists.ids.int32;
      const keys = lists.keys.int32;
      const halves = rows.halves.int32;
      const old = graph.ids.int32;
      const reverse = graph.reverse.int32;
      const met = (stamps ??= new Int32Array(ids.length / length));
      for (let i = from; i < to; i++) {
        const stamp = i + 1;
        met[i] = stamp;
        for (let s = i * length; s < (i + 1) * length; s++) if (ids[s] >= 0) met[ids[s]] = stamp;
        const look = (id: number) => {
          if (id < 0 || met[id] === stamp) return;
          met[id] = stamp;
          insertRanked(keys, ids, i * length, length, productOf(rows, i, id) - halves[id], id);
        };
        for (let s = 0; s < graph.forward + graph.backward; s++) {
          const j = s < graph.forward ? old[i * length + s] : reverse[i * graph.backward + s - graph.forward];
          if (j < 0) continue;
          if (s >= graph.forward) look(j);
          for (let t = 0; t < graph.depth; t++) look(old[j * length + t]);
        }
      }
    },
  };
}

function productOf({ values, stride, dimensions }: RowTable, a: number, b: number): number {
  const v = values.int16;
  let sum = 0;
  for (let d = 0, p = a * stride, q = b * stride; d < dimensions; d++, p++, q++) sum += v[p] * v[q];
  return sum;
}

/** See src/shaders/compute/simd/ranked-list.ts. */
function insertRanked(keys: Int32Array, ids: Int32Array, list: number, length: number, key: number, id: number): void {
  const last = list + length - 1;
  if (key < keys[last] || (key === keys[last] && id >= ids[last])) return;
  let place = last;
  while (place > list && (keys[place - 1] < key || (keys[place - 1] === key && ids[place - 1] >= id))) place--;
  if (keys[place] === key && ids[place] === id) return;
  keys.copyWithin(place + 1, place, last);
  ids.copyWithin(place + 1, place, last);
  keys[place] = key;
  ids[place] = id;
}
