import { describe, expect, it } from 'vitest';
import {
  attraction, distanceTile, divergence, fft, meshConvolve, meshGather, meshNormalization, meshSpread, momentum, move, reduceSum, selectNearest,
} from '../../../src/engine/kernels';
import { fftRadices, goodGridSize } from '../../../src/engine/kernels/fft-plan';
import { KERNELS } from '../../../src/engine/kernels/all-kernels';
import { createRandom } from '../../../src/engine/random';
import { randomFloats, randomGraph } from './kernel-cases';

const whole = (size: number) => ({ size, firstLine: 0, lines: size, firstSample: 0, samples: size });

function transform(grid: Float32Array, size: number, axis: number, options: { inverse?: number; realInput?: number } = {}): Float32Array {
  const output = new Float32Array(2 * size * size);
  fft.cpu({ grid }, { ...whole(size), axis, inverse: 0, realInput: 0, ...options }, output);
  return output;
}

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i])), 0);

describe('every kernel', () => {
  it('has a name of its own in the registry and a shader file of its own', () => {
    expect(new Set(KERNELS.map(({ name }) => name)).size).toBe(KERNELS.length);
    expect(new Set(KERNELS.map(({ file }) => file)).size).toBe(KERNELS.length);
  });
});

describe('fft', () => {
  it.each([16, 24, 40, 48, 120])('is the discrete Fourier transform along x, length %i', (size) => {
    const grid = randomFloats(2 * size * size, size);
    const output = transform(grid, size, 1);
    const row = 3;
    for (let k = 0; k < size; k++) {
      let re = 0;
      let im = 0;
      for (let j = 0; j < size; j++) {
        const angle = (-2 * Math.PI * j * k) / size;
        const at = 2 * (row * size + j);
        re += grid[at] * Math.cos(angle) - grid[at + 1] * Math.sin(angle);
        im += grid[at] * Math.sin(angle) + grid[at + 1] * Math.cos(angle);
      }
      expect(output[2 * (row * size + k)]).toBeCloseTo(re, 4);
      expect(output[2 * (row * size + k) + 1]).toBeCloseTo(im, 4);
    }
  });

  it('along y is the transform of the transpose along x', () => {
    const size = 24;
    const grid = randomFloats(2 * size * size, 1);
    const transpose = (from: Float32Array) => Float32Array.from(from, (_, i) => {
      const cell = i >> 1;
      return from[2 * ((cell % size) * size + Math.floor(cell / size)) + (i & 1)];
    });
    expect(largestDifference(transform(grid, size, 0), transpose(transform(transpose(grid), size, 1)))).toBe(0);
  });

  it('forward and inverse give the grid times its length', () => {
    const size = 40;
    const grid = randomFloats(2 * size * size, 2);
    const back = transform(transform(grid, size, 1), size, 1, { inverse: 1 });
    expect(largestDifference(back.map((value) => value / size), grid)).toBeLessThan(1e-6);
  });

  it('real input is complex input without imaginary part', () => {
    const size = 16;
    const grid = randomFloats(size * size, 3);
    const complex = Float32Array.from({ length: 2 * size * size }, (_, i) => (i % 2 === 0 ? grid[i / 2] : 0));
    expect(transform(grid, size, 1, { realInput: 1 })).toEqual(transform(complex, size, 1));
  });

  it('plans factors 2, 3 and 5 and refuses others', () => {
    expect([16, 360, 480].map((n) => fftRadices(n).reduce((product, radix) => product * radix, 1))).toEqual([16, 360, 480]);
    expect(() => fftRadices(56)).toThrow(RangeError);
    for (let n = 1; n < 600; n += 7) {
      const size = goodGridSize(n);
      expect(size).toBeGreaterThanOrEqual(n);
      expect(size % 8).toBe(0);
      expect(() => fftRadices(size)).not.toThrow();
    }
  });
});

describe('select-nearest', () => {
  it.each([[1, 5, 4], [9, 40, 39], [13, 200, 7]])('is a stable sort without the own column: %i rows of %i, k = %i', (rows, points, k) => {
    const random = createRandom(rows);
    const distances = Float32Array.from({ length: rows * points }, () => Math.floor(12 * random()));
    const output = new Int32Array(rows * k);
    const firstRow = 2;
    selectNearest.cpu({ distances }, { points, firstRow, rows, k }, output);
    for (let r = 0; r < rows; r++) {
      const sorted = Array.from({ length: points }, (_, j) => j)
        .filter((j) => j !== firstRow + r)
        .sort((a, b) => distances[r * points + a] - distances[r * points + b] || a - b);
      expect([...output.subarray(r * k, r * k + k)]).toEqual(sorted.slice(0, k));
    }
  });
});

describe('the mesh', () => {
  const points = 200;
  const geometry = { points, gridSize: 48, spacing: 0.4, centerX: 1, centerY: -2 };
  const positions = randomFloats(2 * points, 5, 3).map((value, i) => value + (i % 2 === 0 ? 1 : -2));
  const grid = new Float32Array(48 * 48);
  meshSpread.cpu({ positions }, geometry, grid);

  it('holds one unit of charge per point, in its middle half', () => {
    expect(grid.reduce((sum, value) => sum + value, 0)).toBeCloseTo(points, 3);
    const outside = grid.filter((_, i) => i % 48 < 12 || i % 48 > 36 || i < 12 * 48 || i >= 37 * 48);
    expect(outside.every((value) => value === 0)).toBe(true);
  });

  it('keeps the centre of mass: cubic B-splines reproduce linear functions', () => {
    let x = 0;
    for (let i = 0; i < grid.length; i++) x += grid[i] * (((i % 48) - 24) * 0.4 + 1);
    const mean = positions.reduce((sum, value, i) => sum + (i % 2 === 0 ? value : 0), 0);
    expect(x).toBeCloseTo(mean, 2);
  });

  it('gathers linear fields exactly, and is the transpose of spreading', () => {
    const field = Float32Array.from({ length: 2 * 48 * 48 }, (_, i) => {
      const node = i >> 1;
      return i % 2 === 0 ? ((node % 48) - 24) * 0.4 + 1 : (Math.floor(node / 48) - 24) * 0.4 - 2;
    });
    const read = new Float32Array(2 * points);
    meshGather.cpu({ positions, field }, geometry, read);
    expect(largestDifference(read, positions)).toBeLessThan(1e-5);

    const noise = randomFloats(2 * 48 * 48, 9);
    meshGather.cpu({ positions, field: noise }, geometry, read);
    let gathered = 0;
    for (let i = 0; i < points; i++) gathered += read[2 * i];
    let spread = 0;
    for (let i = 0; i < grid.length; i++) spread += grid[i] * noise[2 * i];
    expect(gathered).toBeCloseTo(spread, 3);
  });

  it('convolves as the full spectrum would, from its left half alone', () => {
    const size = 16;
    const half = size / 2 + 1;
    const real = randomFloats(size * size, 4);
    const spectrum = transform(transform(real, size, 1, { realInput: 1 }), size, 0);
    const a = (kx: number, ky: number) => Math.sin((2 * Math.PI * kx) / size) * (2 + Math.cos((2 * Math.PI * ky) / size));
    const b = (kx: number, ky: number) => Math.sin((2 * Math.PI * ky) / size) * (2 + Math.cos((2 * Math.PI * kx) / size));
    const table = Float32Array.from({ length: 2 * half * half }, (_, i) => {
      const cell = i >> 1;
      return (i % 2 === 0 ? a : b)(cell % half, Math.floor(cell / half));
    });
    const left = spectrum.map((value, i) => ((i >> 1) % size < half ? value : NaN));
    const output = new Float32Array(2 * size * size);
    meshConvolve.cpu({ spectrum: left, table }, { gridSize: size }, output);
    for (let i = 0; i < size * size; i++) {
      const [kx, ky] = [i % size, Math.floor(i / size)];
      const [re, im] = [spectrum[2 * i], spectrum[2 * i + 1]];
      expect(output[2 * i]).toBeCloseTo(re * b(kx, ky) + im * a(kx, ky), 3);
      expect(output[2 * i + 1]).toBeCloseTo(im * b(kx, ky) - re * a(kx, ky), 3);
    }
  });

  it('sums |ĝ|² over the full spectrum, from its left half alone', () => {
    const size = 24;
    const half = size / 2 + 1;
    const real = randomFloats(size * size, 6);
    const spectrum = transform(transform(real, size, 1, { realInput: 1 }), size, 0);
    const output = new Float32Array(half);
    meshNormalization.cpu({ spectrum, table: new Float32Array(half * half).fill(1) }, { gridSize: size }, output);
    const parseval = size * size * real.reduce((sum, value) => sum + value * value, 0);
    expect(output.reduce((sum, value) => sum + value, 0) / parseval).toBeCloseTo(1, 5);
  });
});

describe('forces', () => {
  const points = 60;
  const graph = randomGraph(points, 5, 1);
  const positions = randomFloats(2 * points, 2, 4);
  const energy = (at: Float32Array) => {
    const output = new Float32Array(points);
    divergence.cpu({ positions: at, ...graph }, { points }, output);
    return output.reduce((sum, value) => sum + value, 0);
  };

  it('attraction is the slope of the divergence, where P is symmetric', () => {
    // Σ p ln(1 + d²) has the slope 2 Σ (p_ij + p_ji) q (y_i − y_j): both directions of an edge pull.
    const forward = new Float32Array(2 * points);
    attraction.cpu({ positions, ...graph }, { points }, forward);
    const backward = new Float32Array(2 * points);
    for (let i = 0; i < points; i++) {
      for (let e = graph.rowOffsets[i]; e < graph.rowOffsets[i + 1]; e++) {
        const j = graph.columns[e];
        const [dx, dy] = [positions[2 * j] - positions[2 * i], positions[2 * j + 1] - positions[2 * i + 1]];
        const force = graph.weights[e] / (1 + dx * dx + dy * dy);
        backward[2 * j] += force * dx;
        backward[2 * j + 1] += force * dy;
      }
    }
    for (const coordinate of [0, 31, 90]) {
      const moved = (by: number) => positions.map((value, i) => (i === coordinate ? value + by : value));
      const slope = (energy(moved(0.05)) - energy(moved(-0.05))) / 0.1;
      expect(2 * (forward[coordinate] + backward[coordinate])).toBeCloseTo(slope, 4);
    }
  });
});

describe('small kernels', () => {
  it('distance-tile gives squared distances of the rows asked for', () => {
    const vectors = Float32Array.of(0, 0, 3, 4, 6, 8);
    const output = new Float32Array(6);
    distanceTile.cpu({ vectors }, { points: 3, dimensions: 2, firstRow: 1, rows: 2 }, output);
    expect([...output]).toEqual([25, 0, 25, 100, 25, 0]);
  });

  it('reduce-sum keeps the last, shorter chunk', () => {
    const output = new Float32Array(3);
    reduceSum.cpu({ values: Float32Array.of(1, 2, 3, 4, 5) }, { length: 5, chunk: 2 }, output);
    expect([...output]).toEqual([3, 7, 5]);
  });

  it('momentum raises the gain where gradient and velocity differ in sign, and cuts long steps', () => {
    const output = new Float32Array(4);
    const run = (velocity: number, pull: number) => {
      momentum.cpu(
        { state: Float32Array.of(velocity, 0, 1, 1), attraction: Float32Array.of(pull, 0), repulsion: Float32Array.of(0, 0), normalization: Float32Array.of(11) },
        { points: 1, selfTerm: 1, exaggeration: 2, learningRate: 0.5, momentum: 0.5, minGain: 0.9, maxStep: 4 },
        output,
      );
      return [output[0], output[2]];
    };
    expect(run(-1, 1)[0]).toBeCloseTo(-0.5 - 0.5 * 1.2 * 2, 6);
    expect(run(-1, 1)[1]).toBeCloseTo(1.2, 6);
    expect(run(1, 1)[1]).toBeCloseTo(0.9, 6);
    expect(run(0, 100)[0]).toBe(-4);
  });

  it('move adds the velocity', () => {
    const output = new Float32Array(2);
    move.cpu({ positions: Float32Array.of(1, 2), state: Float32Array.of(0.5, -1, 9, 9) }, { points: 1, fixed: 0 }, output);
    expect([...output]).toEqual([1.5, 1]);
  });
});
