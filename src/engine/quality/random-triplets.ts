import { exactDistance, searchPace, type Pace, type SearchVectors } from '../neighbors';
import { createRandom } from '../random';

/** Triplets between two looks at the clock. */
const BATCH = 1024;

/** What triplets are drawn. */
export interface TripletOptions {
  /** Default 100,000: the standard error is below 0.002. */
  triplets?: number;
  /** Default 0. */
  seed?: number;
}

/**
 * Random-triplet accuracy (Wang, Huang, Rudin & Shaposhnik 2021): the share of random triplets (i, j, l) for which j is
 * nearer to i than l both in the original and on the map, or farther in both; 0 … 1. It measures the global shape:
 * shuffled positions give 0.5. Triplets equally distant in the original have no order to keep and are left out; a tie
 * on the map counts one half.
 * @param vectors Of the points on the map, in the form that orders as the metric does.
 * @param positions Row-major [n, 2].
 * @returns NaN where no triplet has an order, as with fewer than three points.
 */
export async function randomTripletAccuracy(vectors: SearchVectors, positions: Float32Array, { triplets = 100_000, seed = 0 }: TripletOptions = {}, pace: Pace = searchPace()): Promise<number> {
  const points = positions.length / 2;
  if (points < 3) return NaN;
  const random = createRandom(seed);
  const draw = (among: number) => Math.floor(random() * among);
  let ordered = 0;
  let kept = 0;
  for (let t = 0; t < triplets; t++) {
    if (t % BATCH === 0) await pace();
    // Three different rows: each is drawn from those left and stepped over those taken.
    const i = draw(points);
    let j = draw(points - 1);
    if (j >= i) j++;
    let l = draw(points - 2);
    if (l >= Math.min(i, j)) l++;
    if (l >= Math.max(i, j)) l++;
    const original = exactDistance(vectors, i, j, 'euclidean') - exactDistance(vectors, i, l, 'euclidean');
    if (original === 0) continue;
    ordered++;
    const onMap = original * (squaredDistance(positions, i, j) - squaredDistance(positions, i, l));
    kept += onMap > 0 ? 1 : onMap === 0 ? 0.5 : 0;
  }
  return kept / ordered;
}

function squaredDistance(positions: Float32Array, a: number, b: number): number {
  return (positions[2 * a] - positions[2 * b]) ** 2 + (positions[2 * a + 1] - positions[2 * b + 1]) ** 2;
}
