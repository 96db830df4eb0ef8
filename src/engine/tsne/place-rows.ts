import type { Device } from '../kernels';
import { exactNeighborsOfRows, type Pace, type SearchVectors } from '../neighbors';
import { createRandom } from '../random';
import { newRowsAffinities } from './affinities';
import { GradientDescent } from './gradient-descent';
import { affinitiesFor, type ResolvedTsneOptions } from './options';
import { placeByNeighbors } from './placement';
import { stepParameters } from './schedule';

/** Steps that new points make among points that stay. */
const STEPS = 50;

/**
 * Places the last rows of `vectors` into a layout of the others: at the mean of their exact nearest neighbours, then
 * gradient steps in which only they move (as openTSNE's `transform`; Poličar, Stražar, Zupan 2019).
 *
 * @param vectors of n rows, the standing ones first.
 * @param standing row-major [m, 2], their positions.
 * @returns row-major [n, 2].
 */
export async function placeRows(device: Device, vectors: SearchVectors, standing: Float32Array, options: ResolvedTsneOptions, pace: Pace, signal?: AbortSignal): Promise<Float32Array> {
  const { metric, seed, earlyIterations } = options;
  const points = vectors.values.length / vectors.dimensions;
  const fixed = standing.length / 2;
  const { neighbors: k } = affinitiesFor(options, points);
  const rows = Uint32Array.from({ length: points - fixed }, (_, i) => fixed + i);
  const lists = await exactNeighborsOfRows(device, vectors, rows, { k, metric, signal });
  const affinities = newRowsAffinities(lists, fixed, points);
  const descent = new GradientDescent(device, affinities, placeByNeighbors(affinities, standing, createRandom(seed + points)));
  try {
    for (let step = 0; step < STEPS; step++) {
      descent.step(stepParameters(options, points, earlyIterations), fixed);
      await pace();
    }
    return await descent.readPositions();
  } finally {
    descent.dispose();
  }
}
