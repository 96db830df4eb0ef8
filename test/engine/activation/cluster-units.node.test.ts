import { expect, test } from 'vitest';
import { clusterOrder } from '../../../src/engine';
import { createRandom } from '../../../src/engine/random';

test('rows that go together stand together, whatever their scale, and every row stands somewhere', () => {
  const random = createRandom(5);
  const kinds = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2];
  const signals = Array.from({ length: 3 }, () => Array.from({ length: 200 }, () => random() - 0.5));
  const rows = Float32Array.from(kinds.flatMap((kind, i) => signals[kind].map((value) => 10 ** (i % 4) * (value + 0.1 * (random() - 0.5)) + i)));
  const order = clusterOrder(rows, 12, 200);
  expect([...order].sort((a, b) => a - b)).toEqual(kinds.map((_, i) => i));
  const changes = order.filter((row, i) => i > 0 && kinds[row] !== kinds[order[i - 1]]).length;
  expect(changes).toBe(2);
});

test('branches are turned so that neighbours are most alike', () => {
  // A wave drifting from row to row: the only order without jumps is its own, or the reverse.
  const rows = Float32Array.from(Array.from({ length: 8 }, (_, i) => Array.from({ length: 64 }, (_each, k) => Math.exp(-((k - 8 * i) ** 2) / 128))).flat());
  const shuffled = [3, 7, 0, 5, 1, 6, 2, 4];
  const order = clusterOrder(Float32Array.from(shuffled.flatMap((row) => Array.from(rows.subarray(row * 64, (row + 1) * 64)))), 8, 64).map((at) => shuffled[at]);
  const steps = order.slice(1).map((row, i) => Math.abs(row - order[i]));
  expect(Math.max(...steps)).toBeLessThanOrEqual(2);
});

test('constant rows and a single row are in order, too', () => {
  expect(clusterOrder(new Float32Array(12), 3, 4).sort((a, b) => a - b)).toEqual([0, 1, 2]);
  expect(clusterOrder(new Float32Array(4), 1, 4)).toEqual([0]);
});
