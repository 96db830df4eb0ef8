import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/engine/random';
import { placeByNeighbors } from '../../../src/engine/tsne/placement';

/** A symmetric matrix in CSR from undirected weighted edges. */
function csr(points: number, edges: [number, number, number][]) {
  const rows = Array.from({ length: points }, () => [] as [number, number][]);
  for (const [i, j, weight] of edges) {
    rows[i].push([j, weight]);
    rows[j].push([i, weight]);
  }
  const rowOffsets = new Int32Array(points + 1);
  rows.forEach((row, i) => (rowOffsets[i + 1] = rowOffsets[i] + row.length));
  return {
    rowOffsets,
    columns: Int32Array.from(rows.flat().map(([j]) => j)),
    weights: Float32Array.from(rows.flat().map(([, weight]) => weight)),
  };
}

const place = (points: number, edges: [number, number, number][], placed: number[]) =>
  placeByNeighbors(csr(points, edges), Float32Array.from(placed), createRandom(1));

describe('placing new rows among their neighbours', () => {
  it('leaves the rows that stand where they are', () => {
    expect([...place(4, [[0, 3, 1], [1, 2, 1]], [5, 6, -7, 8]).subarray(0, 4)]).toEqual([5, 6, -7, 8]);
  });

  it('takes the mean of placed neighbours, weighted by P', () => {
    const positions = place(3, [[0, 2, 3], [1, 2, 1]], [0, 0, 40, 80]);
    expect(Math.abs(positions[4] - 10)).toBeLessThanOrEqual(0.05);
    expect(Math.abs(positions[5] - 20)).toBeLessThanOrEqual(0.05);
  });

  it('goes outwards in rounds: a neighbour of a new row comes after it', () => {
    const positions = place(4, [[0, 3, 1], [3, 2, 1], [2, 1, 1]].slice(0, 2) as [number, number, number][], [30, -30, 0, 0]);
    for (const row of [2, 3]) {
      expect(Math.abs(positions[2 * row] - 30)).toBeLessThanOrEqual(0.1);
      expect(Math.abs(positions[2 * row + 1] + 30)).toBeLessThanOrEqual(0.1);
    }
  });

  it('does not depend on the order of rows within a round', () => {
    // Rows 2 and 3 know a standing row each and one another: neither may see the other's place.
    const positions = place(4, [[0, 2, 1], [1, 3, 1], [2, 3, 100]], [-10, 0, 10, 0]);
    expect(positions[4]).toBeCloseTo(-10, 0);
    expect(positions[6]).toBeCloseTo(10, 0);
  });

  it('starts rows that no chain joins to the layout at its mean, no two on one spot', () => {
    const positions = place(4, [[2, 3, 1]], [0, 0, 20, 10]);
    for (const row of [2, 3]) {
      expect(Math.abs(positions[2 * row] - 10)).toBeLessThanOrEqual(0.05);
      expect(Math.abs(positions[2 * row + 1] - 5)).toBeLessThanOrEqual(0.05);
    }
    expect(positions[4]).not.toBe(positions[6]);
  });
});
