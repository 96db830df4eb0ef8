import { describe, expect, it } from 'vitest';
import { pullNeighbors } from '../../../src/engine/kernels';
import { createRandom } from '../../../src/engine/random';
import { searchVectors } from '../../../src/engine/neighbors';
import { randomLists, sampleTable, windowTable } from '../../../src/engine/neighbors/descent-table';
import { projectionOrder } from '../../../src/engine/neighbors/projection-order';
import { plantedClusters } from '../clusters';
import { descentInputs } from '../kernels/kernel-cases';

const atOnce = () => Promise.resolve();

describe('pull-neighbors', () => {
  it('keeps the nearest of the list, of the neighbours sampled and of theirs, but not of old ones of old ones', () => {
    const size = { points: 120, dimensions: 8, blockRows: 40, firstRow: 30, rows: 50, length: 12, fresh: 4, old: 8 };
    const { firstRow, rows, length, fresh, old, dimensions } = size;
    const inputs = descentInputs(size, 3);
    const output = new Int32Array(rows * length);
    pullNeighbors.cpu(inputs, size, output);

    const all = [inputs.vectors0, inputs.vectors1, inputs.vectors2].flatMap((block) => [...block]);
    const distance = (a: number, b: number) => all.slice(a * dimensions, (a + 1) * dimensions).reduce((sum, value, d) => sum + (value - all[b * dimensions + d]) ** 2, 0);
    const sampled = (row: number, from: number, to: number) => [...inputs.table.subarray(row * (fresh + old) + from, row * (fresh + old) + to)].filter((j) => j >= 0);
    for (let r = 0; r < rows; r++) {
      const own = firstRow + r;
      const listed = [...inputs.lists.subarray(r * length, (r + 1) * length)].filter((code) => code >= 0);
      const candidates = new Set([
        ...sampled(own, 0, fresh + old),
        ...sampled(own, 0, fresh).flatMap((j) => sampled(j, 0, fresh + old)),
        ...sampled(own, fresh, fresh + old).flatMap((j) => sampled(j, 0, fresh)),
      ]);
      for (const code of listed) candidates.delete(code >> 1);
      candidates.delete(own);
      const expected = [...listed, ...[...candidates].map((j) => 2 * j + 1)]
        .sort((a, b) => distance(own, a >> 1) - distance(own, b >> 1) || a - b).slice(0, length);
      expect([...output.subarray(r * length, (r + 1) * length)]).toEqual([...expected, ...Array.from({ length: length - expected.length }, () => -1)]);
    }
  });
});

describe('the table of a round', () => {
  const shape = { points: 60, length: 8, fresh: 4, old: 8 };
  const width = shape.fresh + shape.old;
  const lists = () => {
    const random = createRandom(4);
    return randomLists(shape.points, shape.length, random).map((code) => (random() < 0.5 ? code : code - 1));
  };

  it('holds for every point neighbours of either direction, fresh and old apart, each once', async () => {
    const codes = lists();
    const table = await sampleTable(codes.slice(), shape, createRandom(1), atOnce);
    let reverse = 0;
    for (let row = 0; row < shape.points; row++) {
      for (const [first, room, isFresh] of [[0, shape.fresh, 1], [shape.fresh, shape.old, 0]]) {
        const places = [...table.subarray(row * width + first, row * width + first + room)];
        const sampled = places.filter((j) => j >= 0);
        expect(new Set(sampled).size).toBe(sampled.length);
        // Gaps are at the end, and only where there is nothing more.
        expect(places.slice(0, sampled.length)).toEqual(sampled);
        const named = (a: number, b: number) => codes.subarray(a * shape.length, (a + 1) * shape.length).includes(2 * b + isFresh);
        const neighbors = Array.from({ length: shape.points }, (_, j) => j).filter((j) => named(row, j) || named(j, row));
        expect(neighbors).toEqual(expect.arrayContaining(sampled));
        expect(sampled.length).toBe(Math.min(room, neighbors.length));
        reverse += sampled.filter((j) => !named(row, j)).length;
      }
    }
    expect(reverse).toBeGreaterThan(100);
  });

  it('makes the fresh entries it takes old, and no others', async () => {
    const before = lists();
    const after = before.slice();
    const table = await sampleTable(after, shape, createRandom(1), atOnce);
    let aged = 0;
    before.forEach((code, at) => {
      const row = Math.floor(at / shape.length);
      const taken = code % 2 === 1 && table.subarray(row * width, row * width + shape.fresh).includes(code >> 1);
      expect(after[at]).toBe(taken ? code - 1 : code);
      if (taken) aged++;
    });
    expect(aged).toBeGreaterThan(50);
  });

  it('gives every neighbour the same chance', async () => {
    const points = 9;
    // All others name point 0, and it names none.
    const star = new Int32Array(points * 4).map((_, at) => (at % 4 === 0 && at > 0 ? 1 : -1));
    const taken = new Float64Array(points);
    for (let seed = 0; seed < 2000; seed++) {
      const table = await sampleTable(star.slice(), { points, length: 4, fresh: 4, old: 4 }, createRandom(seed), atOnce);
      for (const j of table.subarray(0, 4)) taken[j]++;
    }
    for (const count of taken.subarray(1)) expect(Math.abs(count / 2000 - 0.5)).toBeLessThan(0.05);
  });
});

describe('where the descent begins', () => {
  it('windows hold what stands before and behind in each order', async () => {
    const table = await windowTable([Int32Array.of(2, 0, 3, 1), Int32Array.of(0, 1, 2, 3)], 2, atOnce);
    expect([...table.subarray(0, 8)]).toEqual([2, 3, -1, 1, -1, 1, -1, 2]);
    expect([...table.subarray(3 * 8, 4 * 8)]).toEqual([0, 1, 2, -1, 2, -1, 1, -1]);
  });

  it('random lists name different others', () => {
    const lists = randomLists(50, 16, createRandom(1));
    for (let row = 0; row < 50; row++) {
      const others = [...lists.subarray(row * 16, (row + 1) * 16)].map((code) => code >> 1);
      expect(new Set([...others, row]).size).toBe(17);
      expect(others.every((other) => other >= 0 && other < 50)).toBe(true);
    }
  });

  it('projection orders hold every row once, clusters together', async () => {
    const { vectors, labels } = plantedClusters({ points: 640, dimensions: 12, clusters: 10 });
    const order = await projectionOrder(searchVectors(vectors, 12, 'euclidean'), createRandom(2), atOnce);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 640 }, (_, i) => i));
    const together = order.filter((row, at) => at > 0 && labels[row] === labels[order[at - 1]]).length;
    expect(together / 640).toBeGreaterThan(0.7);
  });

  it('an order of identical rows ends', async () => {
    const order = await projectionOrder({ values: new Float32Array(4 * 1000), dimensions: 4 }, createRandom(2), atOnce);
    expect(new Set(order).size).toBe(1000);
  });
});
