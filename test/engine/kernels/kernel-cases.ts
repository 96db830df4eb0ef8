import {
  attraction, distanceTile, divergence, fft, meshConvolve, meshGather, meshNormalization, meshSpread, momentum, move, pullNeighbors, reduceSum, selectNearest,
  type Kernel,
} from '../../../src/engine/kernels';
import { createRandom } from '../../../src/engine/random';

/** One run of one kernel, to be compared with the kernel's `cpu` function. */
export interface KernelCase {
  title: string;
  kernel: Kernel;
  inputs: Record<string, Float32Array | Int32Array>;
  params: Record<string, number>;
  /** Largest allowed difference, in units of the largest expected magnitude; 0 means equal. */
  tolerance: number;
  /** Whether the kernel defines this element of its output; default all. */
  defines?: (index: number) => boolean;
}

const any = (kernel: unknown) => kernel as Kernel;

/** Uniform numbers in [−scale, scale). */
export function randomFloats(length: number, seed: number, scale = 1): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length }, () => scale * (2 * random() - 1));
}

/** A random sparse P: rows of 0 … 2·mean entries, one of them empty, weights that sum to about 1. */
export function randomGraph(points: number, mean: number, seed: number) {
  const random = createRandom(seed);
  const rowOffsets = new Int32Array(points + 1);
  const columns: number[] = [];
  for (let i = 0; i < points; i++) {
    const degree = i === points >> 1 ? 0 : Math.floor(random() * (2 * mean + 1));
    for (let e = 0; e < degree; e++) columns.push(Math.floor(random() * points));
    rowOffsets[i + 1] = columns.length;
  }
  return { rowOffsets, columns: Int32Array.from(columns), weights: Float32Array.from(columns, () => random() / (mean * points)) };
}

function neighborhoodCases(): KernelCase[] {
  return [1, 2, 3, 7, 64, 130, 501].flatMap((points) => {
    const inputs = { positions: randomFloats(2 * points, points, 20), ...randomGraph(points, 9, points) };
    return [
      { title: `attraction of ${points} points`, kernel: any(attraction), inputs, params: { points }, tolerance: 2e-6 },
      { title: `divergence of ${points} points`, kernel: any(divergence), inputs, params: { points }, tolerance: 1e-5 },
    ];
  });
}

function distanceCases(): KernelCase[] {
  const sizes = [
    { points: 1, dimensions: 3, firstRow: 0, rows: 1 },
    { points: 5, dimensions: 1, firstRow: 1, rows: 3 },
    { points: 17, dimensions: 4, firstRow: 0, rows: 17 },
    { points: 33, dimensions: 7, firstRow: 5, rows: 9 },
    { points: 64, dimensions: 100, firstRow: 16, rows: 32 },
    { points: 101, dimensions: 50, firstRow: 100, rows: 1 },
    { points: 90, dimensions: 300, firstRow: 43, rows: 47 },
  ];
  return sizes.map((params) => ({
    title: `squared distances of rows ${params.firstRow} … ${params.firstRow + params.rows - 1} of ${params.points} × ${params.dimensions}`,
    kernel: any(distanceTile),
    inputs: { vectors: randomFloats(params.points * params.dimensions, params.points) },
    params,
    tolerance: 2e-6,
  }));
}

/** A tile whose values repeat, so that the order of ties shows. */
function tiedDistances(rows: number, points: number, levels: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: rows * points }, () => Math.floor(random() * levels) / 8);
}

function selectionCases(): KernelCase[] {
  const sizes = [
    { points: 2, firstRow: 0, rows: 2, k: 1, levels: 1 },
    { points: 6, firstRow: 1, rows: 4, k: 5, levels: 3 },
    { points: 40, firstRow: 3, rows: 7, k: 39, levels: 5 },
    { points: 101, firstRow: 50, rows: 13, k: 15, levels: 1e6 },
    { points: 128, firstRow: 0, rows: 128, k: 4, levels: 1 },
    { points: 333, firstRow: 320, rows: 13, k: 90, levels: 1000 },
  ];
  return sizes.map(({ levels, ...params }) => ({
    title: `the ${params.k} nearest of ${params.points}, ${params.rows} rows from ${params.firstRow}, ${levels} different distances`,
    kernel: any(selectNearest),
    inputs: { distances: tiedDistances(params.rows, params.points, levels, params.points) },
    params,
    tolerance: 0,
  }));
}

/**
 * Vectors of small whole numbers, so that distances are exact and many are tied; lists and tables with repeats, with
 * points that name themselves, and with gaps.
 */
export function descentInputs({ points, dimensions, blockRows, firstRow, rows, length, fresh, old }: Record<string, number>, seed: number) {
  const random = createRandom(seed);
  const whole = (below: number) => Math.floor(below * random());
  const vectors = Float32Array.from({ length: points * dimensions }, () => whole(7) - 3);
  const block = (b: number) => {
    const from = (b * blockRows < points ? b : 0) * blockRows * dimensions;
    return vectors.slice(from, from + blockRows * dimensions);
  };
  const list = (row: number) => {
    const kept = new Set(Array.from({ length: whole(length + 1) }, () => whole(points)).filter((j) => j !== row));
    return Array.from({ length }, (_, s) => (s < kept.size ? 2 * [...kept][s] + whole(2) : -1));
  };
  return {
    lists: Int32Array.from(Array.from({ length: rows }, (_, r) => list(firstRow + r)).flat()),
    table: Int32Array.from({ length: points * (fresh + old) }, () => (random() < 0.2 ? -1 : whole(points))),
    vectors0: block(0), vectors1: block(1), vectors2: block(2), vectors3: block(3),
  };
}

function descentCases(): KernelCase[] {
  const sizes = [
    { points: 2, dimensions: 4, blockRows: 2, firstRow: 0, rows: 2, length: 4, fresh: 4, old: 4 },
    { points: 40, dimensions: 4, blockRows: 40, firstRow: 0, rows: 40, length: 8, fresh: 0, old: 12 },
    { points: 150, dimensions: 12, blockRows: 150, firstRow: 13, rows: 101, length: 24, fresh: 8, old: 8 },
    { points: 211, dimensions: 100, blockRows: 53, firstRow: 0, rows: 211, length: 20, fresh: 8, old: 4 },
    { points: 333, dimensions: 36, blockRows: 130, firstRow: 200, rows: 133, length: 100, fresh: 4, old: 8 },
  ];
  return sizes.map((size, index) => {
    const { points, ...params } = size;
    return {
      title: `a round of NN-descent for ${params.rows} of ${points} points in ${params.dimensions} dimensions, ${Math.ceil(points / params.blockRows)} blocks, lists of ${params.length}`,
      kernel: any(pullNeighbors), inputs: descentInputs(size, index), params, tolerance: 0,
    };
  });
}

function meshCases(): KernelCase[] {
  const cases: KernelCase[] = [];
  for (const gridSize of [16, 48, 120, 128]) {
    for (const points of [1, 6, 301]) {
      const geometry = { spacing: 0.5, centerX: 0.3, centerY: -0.7 };
      // Some points stand beyond the inner half, where they count as if on its edge.
      const positions = randomFloats(2 * points, gridSize + points, gridSize * 0.15);
      const params = { points, gridSize, ...geometry };
      cases.push(
        { title: `spreading ${points} points on ${gridSize}²`, kernel: any(meshSpread), inputs: { positions }, params, tolerance: 5e-6 },
        {
          title: `gathering at ${points} points from ${gridSize}²`, kernel: any(meshGather),
          inputs: { positions, field: randomFloats(2 * gridSize * gridSize, gridSize) }, params, tolerance: 2e-5,
        },
      );
    }
    const half = gridSize / 2 + 1;
    const spectrum = randomFloats(2 * gridSize * gridSize, gridSize + 1);
    cases.push(
      { title: `convolution of ${gridSize}²`, kernel: any(meshConvolve), inputs: { spectrum, table: randomFloats(2 * half * half, 5) }, params: { gridSize }, tolerance: 1e-6 },
      { title: `normalization of ${gridSize}²`, kernel: any(meshNormalization), inputs: { spectrum, table: randomFloats(half * half, 6).map(Math.abs) }, params: { gridSize }, tolerance: 5e-6 },
    );
  }
  return cases;
}

function transformCases(): KernelCase[] {
  const cases: KernelCase[] = [];
  const variants = [
    { inverse: 0, realInput: 0, part: false }, { inverse: 1, realInput: 0, part: false },
    { inverse: 0, realInput: 1, part: true }, { inverse: 0, realInput: 0, part: true }, { inverse: 1, realInput: 0, part: true },
  ];
  for (const size of [16, 40, 48, 120, 128, 216, 1080]) {
    for (const axis of [0, 1]) {
      for (const { inverse, realInput, part } of size < 1000 ? variants : variants.slice(2, 3)) {
        const [firstLine, lines] = part ? [size / 4, size / 2 + 1] : [0, size];
        const [firstSample, samples] = part ? [size / 4 - 1, size / 2 + 3] : [0, size];
        cases.push({
          title: `${inverse ? 'inverse ' : ''}transform of ${realInput ? 'real ' : ''}${size}² along ${axis === 1 ? 'x' : 'y'}${part ? ', some lines and samples' : ''}`,
          kernel: any(fft),
          inputs: { grid: randomFloats((realInput ? 1 : 2) * size * size, size) },
          params: { size, axis, inverse, realInput, firstLine, lines, firstSample, samples },
          tolerance: 2e-6,
          defines(index) {
            const line = axis === 1 ? Math.floor(index / (2 * size)) : Math.floor(index / 2) % size;
            return line >= firstLine && line < firstLine + lines;
          },
        });
      }
    }
  }
  return cases;
}

function updateCases(): KernelCase[] {
  const points = [1, 2, 5, 203].flatMap((count): KernelCase[] => {
    const state = randomFloats(4 * count, count + 1, 2);
    const positions = randomFloats(2 * count, count + 2, 30);
    return [
      {
        title: `momentum of ${count} points`, kernel: any(momentum),
        inputs: {
          state, attraction: randomFloats(2 * count, count + 3, 0.01), repulsion: randomFloats(2 * count, count + 4, 5), normalization: Float32Array.of(2500 + count),
        },
        params: { points: count, selfTerm: count + 0.5, exaggeration: 12, learningRate: 200, momentum: 0.8, minGain: 0.01, maxStep: 3 },
        tolerance: 1e-6,
      },
      { title: `moving ${count} points`, kernel: any(move), inputs: { positions, state }, params: { points: count, fixed: 0 }, tolerance: 1e-7 },
      { title: `moving the later of ${count} points`, kernel: any(move), inputs: { positions, state }, params: { points: count, fixed: Math.ceil(count / 2) }, tolerance: 1e-7 },
    ];
  });
  const sums = [[1, 1], [5, 2], [1000, 32], [1023, 32], [65, 64], [8, 100]].map(([length, chunk]): KernelCase => ({
    title: `sums of ${length} in chunks of ${chunk}`, kernel: any(reduceSum), inputs: { values: randomFloats(length, length) }, params: { length, chunk }, tolerance: 2e-6,
  }));
  return [...points, ...sums];
}

/** Every kernel on seeded random inputs: odd sizes, several grids, ties, ranges. */
export const KERNEL_CASES: readonly KernelCase[] = [
  ...neighborhoodCases(), ...distanceCases(), ...selectionCases(), ...descentCases(), ...meshCases(), ...transformCases(), ...updateCases(),
];
