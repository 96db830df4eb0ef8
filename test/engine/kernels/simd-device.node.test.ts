import { describe, expect, it } from 'vitest';
import {
  attraction, distanceTile, divergence, fft, meshConvolve, meshGather, meshNormalization, meshSpread, momentum, move, selectNearest,
  type Device, type Kernel,
} from '../../../src/engine/kernels';
import { createSimdDevice } from '../../../src/engine/kernels/simd-device';
import { createRandom } from '../../../src/engine/random';
import { KERNEL_CASES, randomFloats, randomGraph, type KernelCase } from './kernel-cases';

async function simd(): Promise<Device> {
  const device = await createSimdDevice();
  if (device === null) throw new Error('Expected WebAssembly SIMD in Node 20, received none.');
  return device;
}

/** Runs a case on the device and on the plain function, and compares what the kernel defines. */
async function expectOracle(device: Device, { title, kernel, inputs, params, tolerance, defines = () => true }: KernelCase): Promise<void> {
  const expected = kernel.output === 'int32' ? new Int32Array(kernel.outputLength(params)) : new Float32Array(kernel.outputLength(params));
  kernel.cpu(inputs, params, expected);
  const buffers = Object.fromEntries(Object.entries(kernel.inputs).map(([name, type]) => [name, device.upload(type, inputs[name] as never)]));
  const output = device.run(kernel, buffers, params);
  const actual = await device.read(output);
  device.release(output, ...Object.values(buffers));
  expect(actual.length, title).toBe(expected.length);
  let largest = 0;
  let apart = 0;
  for (const [i, value] of expected.entries()) {
    if (!defines(i)) continue;
    largest = Math.max(largest, Math.abs(value));
    if (!(Math.abs(actual[i] - value) <= apart)) apart = Math.abs(actual[i] - value);
  }
  expect(apart, title).toBeLessThanOrEqual(tolerance * largest);
}

const any = (kernel: unknown) => kernel as Kernel;

/** Influence functions as odd as `mesh-convolve` says: a vanishes for k_x = 0 and the Nyquist frequency, b for those k_y. */
function oddTable(table: Float32Array, gridSize: number): Float32Array {
  const half = gridSize / 2 + 1;
  return table.map((value, at) => ((at % 2 === 0 ? (at >> 1) % half : Math.floor(at / 2 / half)) % (half - 1) === 0 ? 0 : value));
}

/** The shared cases, where need be with tables that the contract allows. */
const CASES = KERNEL_CASES.map((kernelCase): KernelCase =>
  kernelCase.kernel.name === meshConvolve.name
    ? { ...kernelCase, inputs: { ...kernelCase.inputs, table: oddTable(kernelCase.inputs.table as Float32Array, kernelCase.params.gridSize) } }
    : kernelCase,
);

const POINTS = [1, 2, 3, 5, 1001];
const GRIDS = [16, 24, 40, 48, 72, 120, 128, 160];

describe('the SIMD device gives what the plain functions give', () => {
  it.each(CASES.map((kernelCase) => [kernelCase.title, kernelCase] as const))('%s', async (_title, kernelCase) => {
    await expectOracle(await simd(), { ...kernelCase, tolerance: kernelCase.tolerance && Math.max(kernelCase.tolerance, 5e-6) });
  });

  it.each(POINTS)('forces, moves and divergence of %i points', async (points) => {
    const device = await simd();
    const edges = { positions: randomFloats(2 * points, points, 30), ...randomGraph(points, 13, points) };
    await expectOracle(device, { title: 'attraction', kernel: any(attraction), inputs: edges, params: { points }, tolerance: 2e-6 });
    await expectOracle(device, { title: 'divergence', kernel: any(divergence), inputs: edges, params: { points }, tolerance: 1e-5 });
    const state = randomFloats(4 * points, 2);
    await expectOracle(device, { title: 'move', kernel: any(move), inputs: { positions: edges.positions, state }, params: { points, fixed: points >> 1 }, tolerance: 1e-6 });
    for (const normalization of [2 * points, points]) {
      // A normalization equal to the self term leaves no Z: the bound takes its place.
      const inputs = { state, attraction: randomFloats(2 * points, 3), repulsion: randomFloats(2 * points, 4), normalization: Float32Array.of(normalization) };
      const params = { points, selfTerm: points, exaggeration: 3, learningRate: 20, momentum: 0.5, minGain: 0.01, maxStep: 5 };
      await expectOracle(device, { title: 'momentum', kernel: any(momentum), inputs, params, tolerance: 1e-6 });
    }
  });

  it.each(POINTS.flatMap((points) => [1, 3, 4, 8, 50, 100].map((dimensions) => [points, dimensions] as const)))('distances of %i points in %i dimensions, odd and even numbers of rows', async (points, dimensions) => {
    const device = await simd();
    const vectors = randomFloats(points * dimensions, dimensions);
    for (const [firstRow, rows] of [[0, 1], [0, Math.min(points, 4)], [points - 1, 1], [points >> 1, Math.min(3, points - (points >> 1))]]) {
      await expectOracle(device, { title: `${rows} rows from ${firstRow}`, kernel: any(distanceTile), inputs: { vectors }, params: { points, dimensions, firstRow, rows }, tolerance: 2e-6 });
    }
  });

  it.each([2, 3, 5, 101, 1001])('the nearest of %i points, k up to all others, ties included', async (points) => {
    const device = await simd();
    const random = createRandom(points);
    const rows = Math.min(points, 5);
    for (const levels of [1, 3, 1e6]) {
      const distances = Float32Array.from({ length: rows * points }, () => Math.floor(levels * random()));
      for (const k of new Set([1, Math.min(15, points - 1), points - 1])) {
        for (const firstRow of [0, points - rows]) {
          await expectOracle(device, { title: `k = ${k} of ${levels} levels`, kernel: any(selectNearest), inputs: { distances }, params: { points, firstRow, rows, k }, tolerance: 0 });
        }
      }
    }
  });

  it.each([1023, 1024, 1025, 1299])('lists of %i neighbours, within and beyond what the module holds', async (k) => {
    const distances = randomFloats(2 * 1300, k).map(Math.abs);
    await expectOracle(await simd(), { title: 'long lists', kernel: any(selectNearest), inputs: { distances }, params: { points: 1300, firstRow: 7, rows: 2, k }, tolerance: 0 });
  });

  it.each(GRIDS)('the mesh on a grid of %i', async (gridSize) => {
    const device = await simd();
    const half = gridSize / 2 + 1;
    for (const points of POINTS) {
      const geometry = { points, gridSize, spacing: 0.4, centerX: -3, centerY: 2 };
      const positions = randomFloats(2 * points, gridSize, gridSize * 0.12);
      await expectOracle(device, { title: 'spread', kernel: any(meshSpread), inputs: { positions }, params: geometry, tolerance: 5e-6 });
      const field = randomFloats(2 * gridSize * gridSize, points);
      await expectOracle(device, { title: 'gather', kernel: any(meshGather), inputs: { positions, field }, params: geometry, tolerance: 2e-5 });
    }
    const spectrum = randomFloats(2 * gridSize * gridSize, 1);
    await expectOracle(device, { title: 'convolution', kernel: any(meshConvolve), inputs: { spectrum, table: oddTable(randomFloats(2 * half * half, 2), gridSize) }, params: { gridSize }, tolerance: 1e-6 });
    await expectOracle(device, { title: 'normalization', kernel: any(meshNormalization), inputs: { spectrum, table: randomFloats(half * half, 3).map(Math.abs) }, params: { gridSize }, tolerance: 5e-6 });
  });

  it.each(GRIDS)('transforms of length %i: both axes, both directions, real and complex, all ranges of lines and samples', async (size) => {
    const device = await simd();
    const quarter = size / 4;
    const [all, middle] = [[0, size], [quarter, size / 2]];
    const lineRanges = [all, middle, [0, size / 2 + 1], [3, 5], [1, 4], [0, 3], [size - 1, 1]];
    const sampleRanges = [all, middle, [2, 2], [1, 4], [0, 3]];
    const ranges = [...lineRanges.map((lines) => [lines, middle]), ...sampleRanges.map((samples) => [[5, 6], samples]), [all, all]];
    for (const axis of [0, 1]) {
      for (const [inverse, realInput] of [[0, 0], [1, 0], [0, 1], [1, 1]]) {
        const grid = randomFloats((realInput ? 1 : 2) * size * size, size + axis);
        for (const [[firstLine, lines], [firstSample, samples]] of ranges) {
          await expectOracle(device, {
            title: `axis ${axis}, inverse ${inverse}, real ${realInput}, ${lines} lines from ${firstLine}, ${samples} samples from ${firstSample}`,
            kernel: any(fft), inputs: { grid }, params: { size, axis, inverse, realInput, firstLine, lines, firstSample, samples }, tolerance: 2e-6,
            defines(index) {
              const line = axis === 1 ? Math.floor(index / (2 * size)) : Math.floor(index / 2) % size;
              return line >= firstLine && line < firstLine + lines;
            },
          });
        }
      }
    }
  });
});

describe('the memory of the SIMD device', () => {
  it('keeps every buffer while it grows', async () => {
    const device = await simd();
    const kept = Array.from({ length: 12 }, (_, i) => ({ values: randomFloats(50_003 * (i + 1), i) }));
    const buffers = kept.map(({ values }) => device.upload('float32', values));
    for (const [i, buffer] of buffers.entries()) {
      const { values } = kept[i];
      expect((await device.read(buffer)).every((value, at) => value === values[at])).toBe(true);
    }
  });

  it('uses released buffers again: two hundred steps need no more than one', async () => {
    const device = await simd();
    const state = device.upload('float32', randomFloats(40_000, 1));
    let positions = device.upload('float32', randomFloats(20_000, 2));
    for (let step = 0; step < 200; step++) {
      const next = device.run(move, { positions, state }, { points: 10_000, fixed: 0 });
      device.release(positions);
      positions = next;
      expect(device.memory).toEqual({ buffers: 2, bytes: 240_000 });
    }
    expect((await device.read(positions)).every(Number.isFinite)).toBe(true);
  });

  it('holds nothing at the end: neither row lengths nor transform tables', async () => {
    const device = await simd();
    const vectors = device.upload('float32', randomFloats(400, 1));
    const tile = device.run(distanceTile, { vectors }, { points: 100, dimensions: 4, firstRow: 0, rows: 8 });
    const grid = device.upload('float32', randomFloats(512, 1));
    const rows = device.run(fft, { grid }, { size: 16, axis: 1, inverse: 0, realInput: 0, firstLine: 0, lines: 16, firstSample: 0, samples: 16 });
    device.release(vectors, tile, grid, rows);
    device.dispose();
    expect(device.memory).toEqual({ buffers: 0, bytes: 0 });
  });

  it('computes new row lengths for new vectors in the same place', async () => {
    const device = await simd();
    for (const seed of [1, 2, 3]) {
      await expectOracle(device, { title: `vectors ${seed}`, kernel: any(distanceTile), inputs: { vectors: randomFloats(400, seed) }, params: { points: 100, dimensions: 4, firstRow: 0, rows: 8 }, tolerance: 2e-6 });
    }
  });

  it('is that of one device: two work side by side', async () => {
    const [a, b] = [await simd(), await simd()];
    const [x, y] = [a.upload('float32', Float32Array.of(1, 2)), b.upload('float32', Float32Array.of(3, 4))];
    expect([[...await a.read(x)], [...await b.read(y)]]).toEqual([[1, 2], [3, 4]]);
  });

  it('neither keeps nor detaches the array it uploads, and reads copies', async () => {
    const device = await simd();
    const values = Float32Array.of(1, 2, 3);
    const buffer = device.upload('float32', values);
    values.fill(9);
    (await device.read(buffer)).fill(7);
    expect([...await device.read(buffer)]).toEqual([1, 2, 3]);
    expect(values.byteLength).toBe(12);
  });
});
