import { describe, expect, test } from 'vitest';
import { mapNeighbors } from '../../../src/engine/quality';
import { createGaussian, createRandom } from '../../../src/engine/random';

/** Squared distances of each point to its k nearest, by comparing all pairs. */
function nearestByComparison(positions: Float32Array, k: number): number[][] {
  const points = Array.from({ length: positions.length / 2 }, (_, i) => i);
  return points.map((i) => points.filter((j) => j !== i).map((j) => squared(positions, i, j)).sort((a, b) => a - b).slice(0, k));
}

function squared(positions: Float32Array, i: number, j: number): number {
  return (positions[2 * j] - positions[2 * i]) ** 2 + (positions[2 * j + 1] - positions[2 * i + 1]) ** 2;
}

const gaussian = createGaussian(createRandom(1));
const cloud = Float32Array.from({ length: 2 * 700 }, gaussian);
const maps: [string, Float32Array][] = [
  ['a cloud', cloud],
  ['a lattice, full of ties', Float32Array.from({ length: 2 * 400 }, (_, at) => (at % 2 === 0 ? (at >> 1) % 20 : Math.floor((at >> 1) / 20)))],
  ['a tight clump with far outliers', cloud.map((value, at) => (at < 20 ? 1e6 * value : 1e-3 * value))],
  ['a line', cloud.map((value, at) => (at % 2 === 0 ? value : 7))],
  ['groups of identical points', cloud.map((_, at) => ((at >> 1) % 9) * (1 + (at % 2)))],
  ['one place for all', new Float32Array(2 * 100)],
];

describe('mapNeighbors', () => {
  test.each(maps)('finds the nearest on %s', async (_, positions) => {
    const { indices, k } = await mapNeighbors(positions, 10);
    const found = Array.from({ length: positions.length / 2 }, (_row, i) => Array.from(indices.subarray(i * k, (i + 1) * k)));
    expect(found.map((row, i) => row.map((j) => squared(positions, i, j)))).toEqual(nearestByComparison(positions, 10));
    expect(found.every((row, i) => !row.includes(i) && new Set(row).size === k)).toBe(true);
  });

  test.each([0, 1, 2, 5])('takes no more neighbours than there are: %i points', async (points) => {
    const { indices, k } = await mapNeighbors(cloud.slice(0, 2 * points), 10);
    expect(k).toBe(Math.max(points - 1, 0));
    for (let i = 0; i < points; i++) {
      expect(indices.slice(i * k, (i + 1) * k).sort()).toEqual(Uint32Array.from(Array.from({ length: points }, (_, j) => j).filter((j) => j !== i)));
    }
  });

  test('gives the same neighbours every time', async () => {
    expect(await mapNeighbors(new Float32Array(400), 5)).toEqual(await mapNeighbors(new Float32Array(400), 5));
  });
});
