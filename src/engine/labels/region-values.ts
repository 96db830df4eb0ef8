import type { MetadataColumn } from '../map-data';
import { inSlices } from '../time-slices';
import { regionAt, type RegionLevel } from './map-regions';

/** A value stands for a region where its log-odds are so many standard deviations above those elsewhere … */
const MIN_Z = 3;

/** … and for a second one to be named it must be so large a part of the region. */
const SECOND_SHARE = 0.25;

/** Weight of the prior, in points. */
const PRIOR = 10;

/**
 * The value of a categorical column that is over-represented in every region of a level: the largest z-score of its
 * log-odds in the region against the rest, with the whole map as Dirichlet prior (Monroe, Colaresi & Quinn 2008,
 * "Fightin' Words"); a second one where it is a quarter of the region. Numbers and missing values count for nothing.
 *
 * @returns by region; empty where no value stands out.
 */
export async function valuesOfRegions(
  level: RegionLevel, positions: Float32Array, column: MetadataColumn, { muted = null, signal }: { muted?: Uint8Array | null; signal?: AbortSignal } = {},
): Promise<string[][]> {
  const all = new Map<string, number>();
  const inside = level.regions.map(() => new Map<string, number>());
  await inSlices(positions.length >> 1, 8192, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = column[i];
      if (muted?.[i] || typeof value !== 'string' || value === '') continue;
      all.set(value, (all.get(value) ?? 0) + 1);
      const at = regionAt(level, positions[2 * i], positions[2 * i + 1]);
      if (at >= 0) inside[at].set(value, (inside[at].get(value) ?? 0) + 1);
    }
  }, signal);
  const total = sum(all);
  return inside.map((counts) => {
    const size = sum(counts);
    return [...counts]
      .map(([value, count]) => ({ value, share: count / size, z: zScore(count, size, all.get(value)!, total) }))
      .filter(({ z }) => z >= MIN_Z)
      .sort((a, b) => b.z - a.z || (a.value < b.value ? -1 : 1))
      .slice(0, 2)
      .filter(({ share }, i) => i === 0 || share >= SECOND_SHARE)
      .map(({ value }) => value);
  });
}

/** z-score of the log-odds of a value with `count` of `size` points here, `allCount` of `total` everywhere. */
function zScore(count: number, size: number, allCount: number, total: number): number {
  const prior = (PRIOR * allCount) / total;
  const here = count + prior;
  const there = allCount - count + prior;
  const odds = (value: number, n: number) => Math.log(value / (n + PRIOR - value));
  return (odds(here, size) - odds(there, total - size)) / Math.sqrt(1 / here + 1 / there);
}

function sum(counts: Map<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
