import { FvError } from '../errors';
import { firstNonFinite } from '../map-data';
import { searchPace, type Pace, type SearchVectors } from '../neighbors';
import { createRandom } from '../random';
import type { NeighborLists } from '../types';
import { mapNeighbors } from './map-neighbors';
import { neighborhoodPreservation } from './neighborhood-preservation';
import { randomTripletAccuracy } from './random-triplets';
import { trustworthiness } from './trustworthiness';

/** How well a map shows the original space. A measure is NaN where there is nothing to measure. */
export interface LayoutQuality {
  /** Mean share of the k nearest kept, over all points whose neighbours are known; 0 … 1. */
  neighborhoodPreservation: number;
  /** Whether neighbours on the map are near in the original, over `sampled` points; 0 … 1, chance is 0.5. */
  trustworthiness: number;
  /** Share of random triplets whose order of distances agrees; 0 … 1, chance is 0.5. */
  randomTripletAccuracy: number;
  /** Neighbours per point: what was asked for, at most those listed and n − 1. */
  k: number;
  /** Points over which the trustworthiness was measured. */
  sampled: number;
  /** Each point's own share of its k nearest kept, [n]; NaN where unknown. */
  preservation: Float32Array;
}

/** A layout and what it was made from. */
export interface LayoutQualityOptions {
  /** Of at least the points on the map; their order of distances is that of the metric. */
  vectors: SearchVectors;
  /** Neighbours in the original space, of all points or of the leading ones. */
  lists: NeighborLists;
  /** Row-major [n, 2], layout units. */
  positions: Float32Array;
  /** Default 10. */
  k?: number;
  /** Points to measure the trustworthiness over, at most; default 500. Large data gets fewer, see {@link sampleSize}. */
  sampled?: number;
  /** Default 0. */
  seed?: number;
}

/** Products that ranking the sample may take: 1 to 2 s on one core. */
const MOST_PRODUCTS = 1.6e9;

/** Points over which trustworthiness is measured: each is compared with all others, so large data gets fewer, at least 32. */
export function sampleSize(points: number, dimensions: number, most = 500): number {
  return Math.min(points, most, Math.max(32, Math.floor(MOST_PRODUCTS / Math.max(points * dimensions, 1))));
}

/**
 * Measures a layout: neighbourhood preservation of every point, trustworthiness over a sample, random triplets.
 * Works in slices: pass `searchPace(signal)` to abort it.
 * @throws FvError `invalid-data` where positions are not finite or outnumber the vectors; `aborted`.
 */
export async function layoutQuality({ vectors, lists, positions, k = 10, sampled = 500, seed = 0 }: LayoutQualityOptions, pace: Pace = searchPace()): Promise<LayoutQuality> {
  const points = positions.length / 2;
  const rows = vectors.values.length / vectors.dimensions;
  if (points > rows) {
    throw new FvError({ code: 'invalid-data', expected: `positions of at most ${rows} points`, received: String(points), fix: 'pass the vectors of all points on the map' });
  }
  const bad = firstNonFinite(positions);
  if (bad >= 0) {
    throw new FvError({ code: 'invalid-data', expected: 'finite positions', received: `${positions[bad]} at point ${bad >> 1}`, fix: 'measure a layout that has not diverged' });
  }
  const map = await mapNeighbors(positions, Math.min(k, lists.k), pace);
  const { shares, mean } = neighborhoodPreservation(lists, map, points);
  const sample = sampleRows(points, sampleSize(points, vectors.dimensions, sampled), seed);
  return {
    neighborhoodPreservation: mean,
    trustworthiness: await trustworthiness(vectors, map, sample, pace),
    randomTripletAccuracy: await randomTripletAccuracy(vectors, positions, { seed }, pace),
    k: map.k,
    sampled: sample.length,
    preservation: shares,
  };
}

/** One row of each of `count` equal stretches: distinct, and even over rank orders. */
function sampleRows(points: number, count: number, seed: number): Uint32Array {
  const random = createRandom(seed);
  return Uint32Array.from({ length: count }, (_, s) => Math.floor(((s + random()) * points) / count));
}
