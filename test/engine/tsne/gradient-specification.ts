import { expect, it } from 'vitest';
import { attraction, type Device } from '../../../src/engine/kernels';
import { conditionalAffinities } from '../../../src/engine/tsne/perplexity';
import { symmetricAffinities, type Affinities } from '../../../src/engine/tsne/affinities';
import { GradientDescent } from '../../../src/engine/tsne/gradient-descent';
import { RepulsionMesh } from '../../../src/engine/tsne/repulsion';
import { exactNeighbors, searchVectors } from '../../../src/engine/neighbors';
import { randomFloats } from '../kernels/kernel-cases';
import { plantedClusters } from '../clusters';
import { densify, exactDivergence, relativeError } from './reference';

const POINTS = 200;

/** P of 200 clustered points at perplexity 20. */
export async function smallAffinities(device: Device): Promise<Affinities> {
  const { vectors, dimensions } = plantedClusters({ points: POINTS, dimensions: 8, clusters: 5, apart: 2 });
  const lists = await exactNeighbors(device, searchVectors(vectors, dimensions, 'euclidean'), { k: 60, metric: 'euclidean' });
  return symmetricAffinities(lists, POINTS, conditionalAffinities(lists, POINTS, 20));
}

/** exaggeration · attraction − repulsion / Z on a device, row-major [n, 2]: what `momentum` makes of its inputs. */
async function gradientOn(device: Device, { rowOffsets, columns, weights }: Affinities, start: Float32Array, exaggeration: number): Promise<Float64Array> {
  const points = start.length / 2;
  const mesh = new RepulsionMesh(device, points, 1.1);
  mesh.follow(start);
  const positions = device.upload('float32', start);
  const edges = { rowOffsets: device.upload('int32', rowOffsets), columns: device.upload('int32', columns), weights: device.upload('float32', weights) };
  const pull = device.run(attraction, { positions, ...edges }, { points });
  const { forces, normalization } = mesh.run(positions);
  const [pulls, pushes, [sum]] = await Promise.all([device.read(pull), device.read(forces), device.read(normalization)]);
  const z = sum - mesh.selfTerm;
  device.release(positions, ...Object.values(edges), pull, forces, normalization);
  mesh.dispose();
  return Float64Array.from(pulls, (value, i) => exaggeration * value - pushes[i] / z);
}

/** Central differences of the exact KL divergence in float64, row-major [n, 2]. */
function differences(positions: Float32Array, p: Float64Array, exaggeration: number): Float64Array {
  const at = Float64Array.from(positions);
  const step = 1e-4;
  return Float64Array.from(at, (value, i) => {
    at[i] = value + step;
    const above = exactDivergence(at, p, exaggeration);
    at[i] = value - step;
    const below = exactDivergence(at, p, exaggeration);
    at[i] = value;
    return (above - below) / (2 * step);
  });
}

/** A GPU device holds nothing once all is released; the SIMD device keeps its transforms' tables until it is disposed. */
export function expectNothingLeft(device: Device): void {
  if (device.backend !== 'cpu') expect(device.memory.buffers).toBe(0);
  device.dispose();
  expect(device.memory).toEqual({ buffers: 0, bytes: 0 });
}

/** The gradient of every backend against finite differences of the exact function, 200 points. */
export function itDescends(create: () => Promise<Device>): void {
  // A start, a crowded map, a growing one.
  it.each([[0.01, 12], [1, 1], [2, 12], [6, 1]])('the gradient is a quarter of the slope of KL(P‖Q): positions within ±%d, exaggeration %d', async (scale, exaggeration) => {
    const device = await create();
    const p = await smallAffinities(device);
    const positions = randomFloats(2 * POINTS, 11, scale);
    const actual = await gradientOn(device, p, positions, exaggeration);
    const slope = differences(positions, densify(p), exaggeration);
    expect(relativeError(actual.map((value) => 4 * value), slope)).toBeLessThan(0.01);
    expectNothingLeft(device);
  });

  it('KL(P‖Q) is that of all pairs', async () => {
    const device = await create();
    const p = await smallAffinities(device);
    for (const scale of [0.01, 2, 15]) {
      const positions = randomFloats(2 * POINTS, 11, scale);
      const descent = new GradientDescent(device, p, positions);
      expect(await descent.readDivergence()).toBeCloseTo(exactDivergence(positions, densify(p)), 2);
      descent.dispose();
    }
    expectNothingLeft(device);
  });

  it('a step goes down that slope', async () => {
    const device = await create();
    const p = await smallAffinities(device);
    const positions = randomFloats(2 * POINTS, 11, 3);
    const descent = new GradientDescent(device, p, positions);
    const before = await descent.readDivergence();
    descent.step({ exaggeration: 1, momentum: 0, learningRate: 1 });
    const moved = await descent.readPositions();
    const gradient = differences(positions, densify(p), 1).map((value) => value / 4);
    // Gains are 1.2 where gradient and velocity (0 counts as negative) differ in sign, 0.8 elsewhere.
    const expected = gradient.map((value) => -(value > 0 ? 1.2 : 0.8) * value);
    expect(relativeError(moved.map((value, i) => value - positions[i]), expected)).toBeLessThan(0.01);
    expect(await descent.readDivergence()).toBeLessThan(before);
    descent.dispose();
    expectNothingLeft(device);
  });
}
