import type { Pace } from '../neighbors';
import type { NeighborLists } from '../types';
import { symmetricAffinities, type Affinities } from './affinities';
import type { LevelAffinities } from './options';
import { conditionalAffinities } from './perplexity';

/** Rows calibrated at a time between two looks at the clock. */
const CALIBRATED_ROWS = 512;

/** P of neighbour lists, calibrated to the perplexity or uniform; calls `pace` between blocks of rows. */
export async function affinitiesOf(neighbors: NeighborLists, points: number, { affinities, perplexity }: LevelAffinities, pace: Pace): Promise<Affinities> {
  if (affinities === 'uniform') return symmetricAffinities(neighbors, points);
  const conditional = new Float32Array(points * neighbors.k);
  for (let from = 0; from < points; from += CALIBRATED_ROWS) {
    const to = Math.min(points, from + CALIBRATED_ROWS);
    conditional.set(conditionalAffinities(neighbors, points, perplexity, from, to), from * neighbors.k);
    await pace();
  }
  return symmetricAffinities(neighbors, points, conditional);
}
