import type { Block, ColumnTile, NeighborKernels, RowTable } from './neighbor-kernels';
import { SimdMemory, type SimdBuffer } from './simd-memory';
import { simdModule, type SimdFunctions } from './simd-module';

class SimdBlock implements Block {
  constructor(
    private readonly memory: SimdMemory,
    readonly buffer: SimdBuffer,
  ) {}

  get address(): number {
    return this.buffer.address;
  }

  get int32(): Int32Array {
    return new Int32Array(this.memory.memory.buffer, this.address, this.buffer.length);
  }

  get int16(): Int16Array {
    return new Int16Array(this.memory.memory.buffer, this.address, this.buffer.length * 2);
  }
}

const address = (block: Block) => (block as SimdBlock).address;

/** Kernels in a memory of their own, freed with them; null where WebAssembly SIMD is not to be had. */
export async function createSimdNeighborKernels(): Promise<NeighborKernels | null> {
  const module = await simdModule();
  if (module === null) return null;
  const memory = new SimdMemory();
  const { exports } = await WebAssembly.instantiate(module, { env: { memory: memory.memory } });
  const functions = exports as SimdFunctions;
  /** Memory never used before is zeros. */
  let used = false;
  const allocate = (bytes: number): SimdBlock => {
    const block = new SimdBlock(memory, memory.allocate('int32', Math.ceil(bytes / 4)));
    if (used) block.int32.fill(0);
    return block;
  };

  let stamps: SimdBlock | null = null;
  let candidates: SimdBlock | null = null;

  return {
    productsPerSlice: 1e8,
    allocate,
    release(...blocks) {
      used = true;
      for (const block of blocks) memory.release((block as SimdBlock).buffer);
    },
    createTile: (capacity, dimensions): ColumnTile => {
      const columns = Math.ceil(capacity / 8) * 8;
      return { ids: allocate(columns * 4), halves: allocate(columns * 4), limits: allocate(columns * 4), packed: allocate(columns * dimensions * 2), count: 0 };
    },
    packColumns(rows, tile, count, lists) {
      const columns = padTile(rows, tile, count);
      const ids = tile.ids.int32;
      const limits = tile.limits.int32;
      limits.fill(0x7fffffff, 0, columns);
      if (lists !== null) {
        const keys = lists.keys.int32;
        for (let c = 0; c < count; c++) limits[c] = keys[(ids[c] + 1) * lists.length - 1] - 1;
      }
      functions.packColumns(address(rows.values), rows.stride * 2, rows.dimensions / 2, address(tile.ids), count, columns, address(tile.packed));
    },
    scanColumns(rows, queries, first, count, tile, lists, both, triangle) {
      functions.scanColumns(
        address(rows.values), rows.stride * 2, rows.dimensions / 2, address(rows.halves), address(queries) + 4 * first, count,
        address(tile.packed), address(tile.ids), address(tile.halves), address(tile.limits), Math.ceil(tile.count / 8) * 8,
        address(lists.keys), address(lists.ids), lists.length, Number(both), Number(triangle),
      );
    },
    joinNeighbors(rows, graph, lists, from, to) {
      const points = lists.ids.int32.length / lists.length;
      stamps ??= allocate(points * 4);
      candidates ??= allocate((graph.forward + graph.backward) * (graph.depth + 1) * 4);
      functions.joinNeighbors(
        address(rows.values), rows.stride * 2, address(rows.halves), address(graph.ids), address(graph.reverse), address(stamps), address(candidates),
        address(lists.keys), address(lists.ids), lists.length, graph.forward, graph.backward, graph.depth, from, to,
      );
    },
  };
}

/** Fills in the columns' halves, with ones that no product reaches up to the next multiple of 8. */
function padTile(rows: RowTable, tile: ColumnTile, count: number): number {
  const columns = Math.ceil(count / 8) * 8;
  const ids = tile.ids.int32;
  const halves = tile.halves.int32;
  const all = rows.halves.int32;
  for (let c = 0; c < columns; c++) halves[c] = c < count ? all[ids[c]] : 0x7fffffff;
  tile.count = count;
  return columns;
}
