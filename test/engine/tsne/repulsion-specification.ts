import { beforeAll, expect, it } from 'vitest';
import { createDevice, type Device } from '../../../src/engine/kernels';
import { resolveTsneOptions, TsneLayout } from '../../../src/engine/tsne';
import { layoutBounds } from '../../../src/engine/tsne/mesh-geometry';
import { RepulsionMesh } from '../../../src/engine/tsne/repulsion';
import { plantedClusters } from '../clusters';
import { expectNothingLeft } from './gradient-specification';
import { exactRepulsion, relativeError, type ExactRepulsion } from './reference';

/** The mesh is compared at the steps of a run: small at first, in exaggeration, just after it, at the end. */
export const STAGES = [1, 10, 50, 300, 750] as const;

const runs = new Map<number, Promise<Map<number, Float32Array>>>();

/** Where a layout of seeded clusters stands after each of the {@link STAGES}, on the CPU; computed once. */
export async function positionsAfter(steps: (typeof STAGES)[number], points: number): Promise<Float32Array> {
  let run = runs.get(points);
  if (run === undefined) runs.set(points, (run = runThrough(points)));
  return (await run).get(steps)!;
}

async function runThrough(points: number): Promise<Map<number, Float32Array>> {
  const { vectors, dimensions } = plantedClusters({ points, dimensions: 20, clusters: 12 });
  const { device, choice } = await createDevice('cpu');
  const layout = new TsneLayout(vectors.slice(), resolveTsneOptions({ dimensions }), { device, choice, sliceMs: 0 });
  const positions = new Map<number, Float32Array>();
  for await (const snapshot of layout.run()) if (STAGES.includes(snapshot.iteration as never)) positions.set(snapshot.iteration, snapshot.positions);
  layout.dispose();
  return positions;
}

async function repulsionOn(device: Device, positions: Float32Array, growth: number): Promise<ExactRepulsion> {
  const mesh = new RepulsionMesh(device, positions.length / 2, growth);
  mesh.follow(positions);
  const buffer = device.upload('float32', positions);
  const { forces, normalization } = mesh.run(buffer);
  const [values, [sum]] = await Promise.all([device.read(forces), device.read(normalization)]);
  const { selfTerm } = mesh;
  device.release(buffer, forces, normalization);
  mesh.dispose();
  return { forces: Float64Array.from(values), normalization: sum - selfTerm };
}

/** What the mesh must hold against the sums over all pairs, on every backend. */
export function itRepels(create: () => Promise<Device>, points: number): void {
  let device: Device;
  beforeAll(async () => {
    device = await create();
    return () => expectNothingLeft(device);
  });

  async function expectExact(positions: Float32Array, growth: number): Promise<void> {
    const exact = exactRepulsion(positions);
    const { forces, normalization } = await repulsionOn(device, positions, growth);
    expect(relativeError(forces, exact.forces)).toBeLessThan(0.02);
    expect(Math.abs(normalization / exact.normalization - 1)).toBeLessThan(0.002);
  }

  it.each(STAGES)('force within 0.02, Z within 0.002 of the exact sums after %i steps', async (steps) => {
    const positions = await positionsAfter(steps, points);
    for (const growth of [1.1, 1.4]) await expectExact(positions, growth);
  });

  it.each([1e-4, 1e-3, 1e-2, 0.1])('the same while the layout is as small as %d', async (span) => {
    const late = await positionsAfter(300, points);
    const factor = span / layoutBounds(late).span;
    await expectExact(late.map((value) => value * factor), 1.1);
  });

  it('the same far from the origin, and for a layout that is long and thin', async () => {
    const late = await positionsAfter(300, points);
    await expectExact(late.map((value, i) => value + (i % 2 === 0 ? 300 : -200)), 1.1);
    await expectExact(late.map((value, i) => (i % 2 === 0 ? value * 1.5 : value * 0.5)), 1.1);
  });
}
