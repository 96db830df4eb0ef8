import { describe, expect, it } from 'vitest';
import { createDevice } from '../../../src/engine/kernels';
import { createCpuDevice } from '../../../src/engine/kernels/cpu-device';
import { transformLine } from '../../../src/engine/kernels/transform-line';
import { chooseMesh, layoutBounds, meshFits } from '../../../src/engine/tsne/mesh-geometry';
import { meshTables, type MeshTables } from '../../../src/engine/tsne/mesh-tables';
import { RepulsionMesh } from '../../../src/engine/tsne/repulsion';
import { fft, meshConvolve, meshGather, meshSpread } from '../../../src/engine/kernels';
import { randomFloats } from '../kernels/kernel-cases';
import { exactRepulsion, relativeError } from './reference';
import { itRepels, positionsAfter } from './repulsion-specification';

describe('mesh repulsion on the CPU with SIMD', () => {
  itRepels(async () => (await createDevice('cpu')).device, 3000);
});
describe('mesh repulsion on the CPU without SIMD', () => {
  itRepels(async () => createCpuDevice(), 600);
});

/** The force tables that sampling the kernel and dividing by the spline's transfer function twice would give. */
function plainForceTable(size: number, spacing: number): Float32Array {
  const half = size / 2 + 1;
  const rows = new Float64Array(size * size);
  const spare = new Float64Array(2 * size);
  const offset = (i: number) => (i < size / 2 ? i : i - size) * spacing;
  // K_x is odd in x and even in y: its spectrum is −i · a.
  for (let y = 0; y < size; y++) {
    const line = Float64Array.from({ length: 2 * size }, (_, at) => {
      const x = at >> 1;
      return at % 2 === 1 || x === size / 2 ? 0 : offset(x) / (1 + offset(x) ** 2 + offset(y) ** 2) ** 2;
    });
    const result = transformLine(line, spare, size, false);
    for (let k = 0; k < size; k++) rows[y * size + k] = -result[2 * k + 1];
  }
  const transfer = (k: number) => (4 + 2 * Math.cos((2 * Math.PI * k) / size)) / 6;
  const table = new Float32Array(2 * half * half);
  for (let kx = 0; kx < half; kx++) {
    const line = Float64Array.from({ length: 2 * size }, (_, at) => (at % 2 === 1 ? 0 : rows[(at >> 1) * size + kx]));
    const result = transformLine(line, spare, size, false);
    for (let ky = 0; ky < half; ky++) {
      const a = result[2 * ky] / (transfer(kx) * transfer(ky)) ** 2 / (size * size);
      table[2 * (ky * half + kx)] = a;
      table[2 * (kx * half + ky) + 1] = a;
    }
  }
  return table;
}

async function forceError(positions: Float32Array, gridSize: number, spacing: number, force: Float32Array): Promise<number> {
  const device = createCpuDevice();
  const { centerX, centerY } = layoutBounds(positions);
  const geometry = { points: positions.length / 2, gridSize, spacing, centerX, centerY };
  const whole = { size: gridSize, firstLine: 0, lines: gridSize, firstSample: 0, samples: gridSize };
  const buffer = device.upload('float32', positions);
  const charges = device.run(meshSpread, { positions: buffer }, geometry);
  const rows = device.run(fft, { grid: charges }, { ...whole, axis: 1, inverse: 0, realInput: 1 });
  const spectrum = device.run(fft, { grid: rows }, { ...whole, axis: 0, inverse: 0, realInput: 0 });
  const product = device.run(meshConvolve, { spectrum, table: device.upload('float32', force) }, { gridSize });
  const columns = device.run(fft, { grid: product }, { ...whole, axis: 0, inverse: 1, realInput: 0 });
  const field = device.run(fft, { grid: columns }, { ...whole, axis: 1, inverse: 1, realInput: 0 });
  return relativeError(await device.read(device.run(meshGather, { positions: buffer, field }, geometry)), exactRepulsion(positions).forces);
}

describe('the optimal influence function', () => {
  it.each([0.4, 0.5, 0.6])('errs less than dividing by the spline twice, spacing %d', async (spacing) => {
    const positions = await positionsAfter(750, 1000);
    const { gridSize } = chooseMesh(layoutBounds(positions).span, 1.1, spacing);
    const tables: MeshTables = meshTables(gridSize, spacing);
    const optimal = await forceError(positions, gridSize, spacing, tables.force);
    const plain = await forceError(positions, gridSize, spacing, plainForceTable(gridSize, spacing));
    expect(optimal).toBeLessThan(0.9 * plain);
  });

  it('knows what a charge adds to Z by meeting itself', async () => {
    // Charges so far apart that they feel nothing of each other.
    const device = createCpuDevice();
    const positions = Float32Array.from({ length: 128 }, (_, i) => 60 * (i % 2 === 0 ? (i >> 1) % 8 : Math.floor(i / 16)) + randomFloats(1, i)[0]);
    const mesh = new RepulsionMesh(device, 64, 1.1);
    mesh.follow(positions);
    const { normalization } = mesh.run(device.upload('float32', positions));
    const [sum] = await device.read(normalization);
    const { normalization: z } = exactRepulsion(positions);
    expect(mesh.selfTerm / 64).toBeCloseTo(1, 1);
    expect(Math.abs(sum - mesh.selfTerm - z) / 64).toBeLessThan(2e-3);
  });
});

describe('the grid', () => {
  it('holds the layout with room to grow, at the spacing asked for or finer', () => {
    for (const span of [0, 1e-9, 1e-4, 0.3, 5, 24, 26, 80, 300]) {
      for (const growth of [1.1, 1.4]) {
        const mesh = chooseMesh(span, growth, 0.5);
        expect(mesh.spacing).toBeLessThanOrEqual(0.5);
        expect(mesh.gridSize % 8).toBe(0);
        expect((mesh.gridSize / 2) * mesh.spacing).toBeGreaterThanOrEqual(span * growth);
        if (span >= 1e-4) expect(meshFits(mesh, span, 0.5)).toBe(true);
      }
    }
  });

  it('is too small for a layout twice as large, and too coarse for a small one', () => {
    const mesh = chooseMesh(10, 1.1, 0.5);
    expect(meshFits(mesh, 20, 0.5)).toBe(false);
    expect(meshFits(mesh, 1, 0.5)).toBe(false);
    expect(meshFits(chooseMesh(100, 1.1, 0.5), 20, 0.5)).toBe(false);
  });

  it('follows: it is kept while it fits, and its tables are given back', () => {
    const device = createCpuDevice();
    const mesh = new RepulsionMesh(device, 100, 1.1);
    const positions = randomFloats(200, 1, 10);
    mesh.follow(positions);
    const { shape } = mesh;
    mesh.follow(positions.map((value) => value * 1.02));
    expect(mesh.shape).toEqual(shape);
    mesh.follow(positions.map((value) => value * 4));
    expect(mesh.shape).not.toEqual(shape);
    expect(device.memory.buffers).toBe(2);
    mesh.dispose();
    expect(device.memory.buffers).toBe(0);
  });

  it('bounds a layout by its centre and larger side', () => {
    expect(layoutBounds(Float32Array.of(-1, 2, 3, 4))).toEqual({ centerX: 1, centerY: 3, span: 4 });
    expect(layoutBounds(new Float32Array(0))).toEqual({ centerX: 0, centerY: 0, span: 0 });
  });
});
