import { describe, expect, it } from 'vitest';
import { createPlainNeighborKernels } from '../../../src/engine/kernels/plain-neighbor-kernels';
import { createSimdNeighborKernels } from '../../../src/engine/kernels/simd-neighbor-kernels';
import { NO_KEY, type NeighborKernels, type RowTable } from '../../../src/engine/kernels';
import { buildCellIndex } from '../../../src/engine/neighbors/cell-index';
import { CellSearch, copyRows, createRows, writeRows } from '../../../src/engine/neighbors';
import { createRandom } from '../../../src/engine/random';

const pace = () => Promise.resolve();

/** int16 rows within the bound that the kernels ask for, some of them twice. */
function values(points: number, dimensions: number, seed: number): Int16Array {
  const stride = Math.ceil(dimensions / 8) * 8;
  const random = createRandom(seed);
  const largest = 20_000 / Math.sqrt(dimensions);
  const all = new Int16Array(points * stride);
  for (let i = 0; i < points; i++) {
    if (i % 7 === 6) all.copyWithin(i * stride, (i - 3) * stride, (i - 2) * stride);
    else for (let d = 0; d < dimensions; d++) all[i * stride + d] = Math.round((2 * random() - 1) * largest);
  }
  return all;
}

/** The same in the kernels' memory, with room for 9 centres. */
function table(kernels: NeighborKernels, points: number, dimensions: number, seed: number): RowTable {
  const rows = createRows(kernels, points + 9, dimensions);
  writeRows(rows, 0, values(points, dimensions, seed));
  return rows;
}

async function listsBy(kernels: NeighborKernels, points: number, dimensions: number, length: number) {
  const rows = table(kernels, points, dimensions, points);
  const { index, order } = await buildCellIndex(kernels, rows, points, { cells: 9, probes: 3, seed: 1 }, pace);
  const search = new CellSearch(kernels, rows, index, length);
  await search.scan(0, index.offsets.length - 1, pace);
  const scanned = search.slice();
  await search.complete(Math.min(length, 5), pace);
  search.fixGraph();
  await search.join(0, points, pace);
  return { index, order, scanned, joined: search.slice() };
}

describe('kernels of the approximate search', () => {
  it.each([[60, 2, 5], [61, 4, 7], [200, 24, 12], [333, 100, 20], [500, 12, 40]])('give the same lists with SIMD and without: %i × %i, %i kept', async (points, dimensions, length) => {
    const simd = await createSimdNeighborKernels();
    expect(simd).not.toBeNull();
    expect(await listsBy(simd!, points, dimensions, length)).toEqual(await listsBy(createPlainNeighborKernels(), points, dimensions, length));
  });

  it('find all pairs where there is one cell', async () => {
    const points = 40;
    const kernels = createPlainNeighborKernels();
    const rows = table(kernels, points, 10, 3);
    const { index, order } = await buildCellIndex(kernels, rows, points, { cells: 1, probes: 1, seed: 0 }, pace);
    const search = new CellSearch(kernels, rows, index, points - 1);
    await search.scan(0, 1, pace);
    const { keys, ids } = search.slice();
    const { stride } = rows;
    const ordered = copyRows(rows, 0, points);
    const before = values(points, 10, 3);
    for (let i = 0; i < points; i++) expect(ordered.subarray(i * stride, (i + 1) * stride)).toEqual(before.subarray(order[i] * stride, (order[i] + 1) * stride));
    const dot = (a: number, b: number) => ordered.subarray(a * stride, (a + 1) * stride).reduce((sum, value, d) => sum + value * ordered[b * stride + d], 0);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: points }, (_, i) => i));
    for (let i = 0; i < points; i++) {
      const expected = Array.from({ length: points }, (_, j) => ({ id: j, key: dot(i, j) - (dot(j, j) >> 1) }))
        .filter(({ id }) => id !== i)
        .sort((a, b) => b.key - a.key || a.id - b.id);
      const list = i * (points - 1);
      expect([...ids.subarray(list, list + points - 1)]).toEqual(expected.map(({ id }) => id));
      expect([...keys.subarray(list, list + points - 1)]).toEqual(expected.map(({ key }) => key));
    }
  });

  it('leave places empty that no point takes', async () => {
    const kernels = createPlainNeighborKernels();
    const rows = table(kernels, 3, 4, 1);
    const { index } = await buildCellIndex(kernels, rows, 3, { cells: 1, probes: 1, seed: 0 }, pace);
    const search = new CellSearch(kernels, rows, index, 4);
    await search.scan(0, 1, pace);
    expect([...search.slice().ids].filter((id) => id < 0)).toHaveLength(6);
    expect(search.slice().keys[3]).toBe(NO_KEY);
  });
});
