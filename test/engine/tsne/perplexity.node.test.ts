import { describe, expect, it } from 'vitest';
import { conditionalAffinities } from '../../../src/engine/tsne/perplexity';
import { createRandom } from '../../../src/engine/random';
import type { NeighborLists } from '../../../src/engine/types';

/** Neighbour lists made of ascending distances; which points they name does not matter here. */
function listsOf(rows: readonly (readonly number[])[]): NeighborLists {
  const k = rows[0].length;
  return { k, indices: new Uint32Array(rows.length * k), distances: Float32Array.from(rows.flatMap((row) => [...row].sort((a, b) => a - b))) };
}

function randomDistances(k: number, seed: number, scale = 1, offset = 0): number[] {
  const random = createRandom(seed);
  return Array.from({ length: k }, () => scale * (offset + random()));
}

function rowsOf(affinities: Float32Array, k: number): number[][] {
  return Array.from({ length: affinities.length / k }, (_, i) => [...affinities.subarray(i * k, (i + 1) * k)]);
}

const sum = (row: readonly number[]) => row.reduce((total, p) => total + p, 0);
const entropy = (row: readonly number[]) => -row.reduce((total, p) => total + (p > 0 ? p * Math.log(p) : 0), 0);

describe('conditional affinities', () => {
  it.each([1.5, 5, 30, 80])('have the entropy ln(perplexity) in every row, perplexity %f', (perplexity) => {
    const k = Math.ceil(3 * perplexity);
    const rows = Array.from({ length: 60 }, (_, i) => randomDistances(k, i, 10 ** ((i % 9) - 4), i % 3));
    for (const row of rowsOf(conditionalAffinities(listsOf(rows), rows.length, perplexity), k)) {
      expect(sum(row)).toBeCloseTo(1, 5);
      expect(Math.abs(entropy(row) - Math.log(perplexity))).toBeLessThan(1e-4);
    }
  });

  it('fall with the distance, as one Gaussian', () => {
    const distances = randomDistances(15, 7, 3).sort((a, b) => a - b);
    const row = conditionalAffinities(listsOf([distances]), 1, 5);
    const betas = distances.slice(1).map((d, j) => Math.log(row[0] / row[j + 1]) / (Math.fround(d) ** 2 - Math.fround(distances[0]) ** 2));
    for (const beta of betas) expect(beta / betas[betas.length - 1]).toBeCloseTo(1, 3);
  });

  it('are the same for a block of rows as for all', () => {
    const lists = listsOf(Array.from({ length: 20 }, (_, i) => randomDistances(12, i)));
    const all = conditionalAffinities(lists, 20, 4);
    const block = conditionalAffinities(lists, 20, 4, 5, 9);
    expect(block).toHaveLength(4 * 12);
    for (const [i, p] of block.entries()) expect(p).toBeCloseTo(all[5 * 12 + i], 4);
  });

  it('are uniform where all points are identical', () => {
    const affinities = conditionalAffinities(listsOf(Array.from({ length: 30 }, () => Array.from({ length: 9 }, () => 0))), 30, 3);
    expect(new Set(affinities)).toEqual(new Set([Math.fround(1 / 9)]));
  });

  // One-hot vectors, or a point far from a cloud: whatever the sum of rounded squares says, nothing tells neighbours apart.
  it.each([Math.SQRT2, 1, 0.1, 1e-6, 1e6])('are uniform where all neighbours are at the same distance, %f', (distance) => {
    const k = 90;
    const affinities = conditionalAffinities(listsOf(Array.from({ length: 100 }, () => Array.from({ length: k }, () => distance))), 100, 30);
    for (const p of affinities) expect(p).toBeCloseTo(1 / k, 7);
  });

  it('give duplicates the whole weight where they outnumber the perplexity', () => {
    const row = [...Array.from({ length: 12 }, () => 0), ...randomDistances(8, 1, 1, 1)];
    const [affinities] = rowsOf(conditionalAffinities(listsOf([row]), 1, 5), 20);
    for (const p of affinities.slice(0, 12)) expect(p).toBeCloseTo(1 / 12, 6);
    expect(sum(affinities.slice(12))).toBeLessThan(1e-6);
  });

  it('are calibrated in a row that follows rows of duplicates', () => {
    const duplicates = Array.from({ length: 40 }, (_, i) => [...Array.from({ length: 12 }, () => 0), ...randomDistances(8, i, 1, 1)]);
    const rows = rowsOf(conditionalAffinities(listsOf([...duplicates, randomDistances(20, 99, 1e3)]), 41, 5), 20);
    expect(entropy(rows[40])).toBeCloseTo(Math.log(5), 4);
  });

  it('are calibrated for rows of very different scale, one after the other', () => {
    const rows = Array.from({ length: 30 }, (_, i) => randomDistances(30, i, i % 2 === 0 ? 1e-9 : 1e9));
    for (const row of rowsOf(conditionalAffinities(listsOf(rows), 30, 10), 30)) expect(entropy(row)).toBeCloseTo(Math.log(10), 4);
  });

  it('put all weight on the only neighbour, and spread a perplexity as large as the list evenly', () => {
    expect([...conditionalAffinities(listsOf([[3], [0]]), 2, 30)]).toEqual([1, 1]);
    const [even] = rowsOf(conditionalAffinities(listsOf([randomDistances(6, 1)]), 1, 30), 6);
    expect(entropy(even)).toBeCloseTo(Math.log(6), 4);
  });
});
