import { describe, expect, it } from 'vitest';
import { createGaussian, createRandom } from '../../../src/engine/random';
import { pcaInitialization } from '../../../src/engine/tsne/initialization';
import { covariance, symmetricEigenvectors } from './eigenvectors';

/** Correlated Gaussian rows with a mean far from zero: deviation 1 / (1 + d) along direction d of a random mixture. */
function gaussianRows(points: number, dimensions: number, seed: number): Float32Array {
  const random = createGaussian(createRandom(seed));
  const mixture = Float64Array.from({ length: dimensions * dimensions }, random);
  const out = new Float32Array(points * dimensions);
  for (let i = 0; i < points; i++) {
    const source = Array.from({ length: dimensions }, (_, d) => random() / (1 + d) ** 2);
    for (let d = 0; d < dimensions; d++) out[i * dimensions + d] = 5 * d + source.reduce((sum, value, s) => sum + value * mixture[s * dimensions + d], 0);
  }
  return out;
}

const axis = (start: Float32Array, c: number) => Array.from({ length: start.length / 2 }, (_, i) => start[2 * i + c]);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  return mean(a.map((value, i) => (value - ma) * (b[i] - mb))) / (deviation(a) * deviation(b));
}

/** Each row's coordinate along a direction. */
const projection = (vectors: Float32Array, direction: readonly number[]) =>
  Array.from({ length: vectors.length / direction.length }, (_, i) => direction.reduce((sum, value, d) => sum + value * vectors[i * direction.length + d], 0));

describe('the PCA start', () => {
  it.each([[300, 2], [500, 12], [20, 30], [2000, 40]])('is the data along the first two eigenvectors of its covariance: %i × %i', (points, dimensions) => {
    const vectors = gaussianRows(points, dimensions, dimensions);
    const start = pcaInitialization(vectors, dimensions, 0);
    const { vectors: directions } = symmetricEigenvectors(covariance(vectors, dimensions), dimensions);
    for (const c of [0, 1]) expect(Math.abs(correlation(axis(start, c), projection(vectors, directions[c])))).toBeGreaterThan(0.999);
  });

  it('has the standard deviation 1e-4 along x, the ratio of the eigenvalues along y, and its centre at 0', () => {
    const vectors = gaussianRows(400, 8, 3);
    const start = pcaInitialization(vectors, 8, 0);
    const { values } = symmetricEigenvectors(covariance(vectors, 8), 8);
    expect(deviation(axis(start, 0)) / 1e-4).toBeCloseTo(1, 3);
    expect(deviation(axis(start, 1)) / 1e-4).toBeCloseTo(Math.sqrt(values[1] / values[0]), 2);
    for (const c of [0, 1]) expect(Math.abs(mean(axis(start, c)))).toBeLessThan(1e-7);
  });

  it('does not depend on the length of the vectors: only on directions and ratios', () => {
    const vectors = gaussianRows(100, 6, 4);
    const [small, large] = [1e-12, 1e12].map((scale) => pcaInitialization(vectors.map((value) => value * scale), 6, 0));
    for (const c of [0, 1]) expect(correlation(axis(small, c), axis(large, c))).toBeGreaterThan(0.999);
  });

  it('is the same for the same seed, and not mirrored for another', () => {
    const vectors = gaussianRows(100, 6, 5);
    expect(pcaInitialization(vectors, 6, 1)).toEqual(pcaInitialization(vectors, 6, 1));
    expect(pcaInitialization(vectors, 6, 1)).not.toEqual(pcaInitialization(vectors, 6, 2));
    for (const c of [0, 1]) expect(correlation(axis(pcaInitialization(vectors, 6, 1), c), axis(pcaInitialization(vectors, 6, 2), c))).toBeGreaterThan(0.999);
  });

  it('does not change the vectors', () => {
    const vectors = gaussianRows(50, 6, 6);
    const before = vectors.slice();
    pcaInitialization(vectors, 6, 0);
    expect(vectors).toEqual(before);
  });

  it.each([['identical', () => 3.25], ['all-zero', () => 0], ['identical, not representable,', () => 0.1]])('spreads %s rows as noise of the same size', (_name, value) => {
    const start = pcaInitialization(Float32Array.from({ length: 400 * 7 }, value), 7, 0);
    for (const c of [0, 1]) {
      expect(deviation(axis(start, c))).toBeGreaterThan(0.8e-4);
      expect(deviation(axis(start, c))).toBeLessThan(1.2e-4);
    }
    expect(new Set(axis(start, 0)).size).toBe(400);
  });

  it('fills the second axis with noise where there is one dimension only', () => {
    const values = Float32Array.from({ length: 500 }, (_, i) => (i * 37) % 500);
    const start = pcaInitialization(values, 1, 0);
    expect(Math.abs(correlation(axis(start, 0), [...values]))).toBeGreaterThan(0.999);
    expect(deviation(axis(start, 1))).toBeGreaterThan(0.8e-4);
    expect(Math.abs(correlation(axis(start, 1), [...values]))).toBeLessThan(0.15);
  });

  it('takes 10,000 dimensions and fewer points than dimensions', () => {
    const dimensions = 10_000;
    const random = createGaussian(createRandom(8));
    // Two directions carry all but a trace of the variance.
    const vectors = Float32Array.from({ length: 20 * dimensions }, () => 0.001 * random());
    const [x, y] = [Array.from({ length: 20 }, () => 3 * random()), Array.from({ length: 20 }, random)];
    for (let i = 0; i < 20; i++) {
      for (let d = 0; d < dimensions; d++) vectors[i * dimensions + d] += d % 2 === 0 ? x[i] : y[i];
    }
    const start = pcaInitialization(vectors, dimensions, 0);
    expect(deviation(axis(start, 0)) / 1e-4).toBeCloseTo(1, 3);
    expect(Math.abs(correlation(axis(start, 0), x))).toBeGreaterThan(0.95);
    expect(Math.abs(correlation(axis(start, 0), axis(start, 1)))).toBeLessThan(0.01);
    expect(start.every(Number.isFinite)).toBe(true);
  });

  it('keeps identical rows apart by a trace', () => {
    const vectors = gaussianRows(60, 5, 9);
    for (let i = 1; i < 30; i++) vectors.copyWithin(i * 5, 0, 5);
    const start = pcaInitialization(vectors, 5, 0);
    expect(new Set(axis(start, 0)).size).toBe(60);
  });
});
