import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/engine/random';
import { negativeEntropy, symmetricAffinities, type Affinities } from '../../../src/engine/tsne/affinities';
import type { NeighborLists } from '../../../src/engine/types';
import { densify } from './reference';

/** k different neighbours for every point, none itself. */
function randomLists(points: number, k: number, seed: number): NeighborLists {
  const random = createRandom(seed);
  const indices = new Uint32Array(points * k);
  for (let i = 0; i < points; i++) {
    const others = Array.from({ length: points }, (_, j) => j).filter((j) => j !== i);
    for (let j = 0; j < k; j++) indices[i * k + j] = others.splice(Math.floor(random() * others.length), 1)[0];
  }
  return { indices, distances: new Float32Array(points * k), k };
}

/** Weights that sum to 1 in every row of k. */
function randomConditional(points: number, k: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const rows = Array.from({ length: points }, () => Array.from({ length: k }, () => random() + 0.01));
  return Float32Array.from(rows.flatMap((row) => row.map((value) => value / row.reduce((a, b) => a + b, 0))));
}

/** (C + Cᵀ) / 2n by its definition. */
function denseReference({ indices, k }: NeighborLists, points: number, conditional: (entry: number) => number): Float64Array {
  const dense = new Float64Array(points * points);
  for (let e = 0; e < indices.length; e++) {
    const i = Math.floor(e / k);
    dense[i * points + indices[e]] += conditional(e) / (2 * points);
    dense[indices[e] * points + i] += conditional(e) / (2 * points);
  }
  return dense;
}

const sumOf = ({ weights }: Affinities) => weights.reduce((sum, weight) => sum + weight, 0);

const SIZES = [[2, 1], [3, 2], [7, 3], [40, 39], [200, 15]] as const;

describe('symmetric affinities', () => {
  it.each(SIZES)('are (C + Cᵀ) / 2n: %i points, %i neighbours', (points, k) => {
    const lists = randomLists(points, k, points);
    const conditional = randomConditional(points, k, k);
    const actual = densify(symmetricAffinities(lists, points, conditional));
    const expected = denseReference(lists, points, (e) => conditional[e]);
    for (const [at, weight] of expected.entries()) expect(Math.abs(actual[at] - weight)).toBeLessThan(1e-8);
  });

  it.each(SIZES)('are symmetric, sum to 1 and name ascending columns once: %i points, %i neighbours', (points, k) => {
    const p = symmetricAffinities(randomLists(points, k, points), points, randomConditional(points, k, k));
    expect(sumOf(p)).toBeCloseTo(1, 5);
    expect(p.rowOffsets).toHaveLength(points + 1);
    expect(p.rowOffsets[points]).toBe(p.columns.length);
    expect(p.weights).toHaveLength(p.columns.length);
    const dense = densify(p);
    for (let i = 0; i < points; i++) {
      const columns = [...p.columns.subarray(p.rowOffsets[i], p.rowOffsets[i + 1])];
      expect(columns).toEqual([...new Set(columns)].sort((a, b) => a - b));
      expect(columns).not.toContain(i);
      for (const j of columns) expect(dense[i * points + j]).toBe(dense[j * points + i]);
    }
  });

  it.each(SIZES)('without weights count every neighbour alike: %i points, %i neighbours', (points, k) => {
    const lists = randomLists(points, k, points + 1);
    const p = symmetricAffinities(lists, points);
    const expected = denseReference(lists, points, () => 1 / k);
    expect(sumOf(p)).toBeCloseTo(1, 5);
    for (const [at, weight] of densify(p).entries()) expect(Math.abs(weight - expected[at])).toBeLessThan(1e-8);
  });

  it('of a mutual pair have one entry each way, of a one-sided one as well', () => {
    const lists: NeighborLists = { k: 1, indices: Uint32Array.of(1, 0, 0), distances: new Float32Array(3) };
    const p = symmetricAffinities(lists, 3);
    expect([...p.rowOffsets]).toEqual([0, 2, 3, 4]);
    expect([...p.columns]).toEqual([1, 2, 0, 0]);
    expect([...p.weights]).toEqual([Math.fround(1 / 3), Math.fround(1 / 6), Math.fround(1 / 3), Math.fround(1 / 6)]);
  });

  it('have the entropy that KL(P‖Q) starts from; 0 ln 0 counts nothing', () => {
    const p = symmetricAffinities(randomLists(30, 5, 1), 30);
    expect(negativeEntropy(p)).toBeCloseTo([...p.weights].reduce((sum, weight) => sum + weight * Math.log(weight), 0), 10);
    expect(negativeEntropy({ rowOffsets: Int32Array.of(0, 2), columns: Int32Array.of(0, 1), weights: Float32Array.of(0, 1) })).toBe(0);
  });
});
