import type { ResolvedMatrix } from './resolve-activations';
import { STEP, type Stepwise } from '../stepwise';

/** Rows of one level that become one row of the next. */
export const PYRAMID_FACTOR = 8;

/** Levels go on until one has no more rows than this. */
const SMALLEST = 32;

/** What several consecutive rows of a matrix have in common. */
export interface PyramidLevel {
  /** Rows of the matrix per bucket; the last bucket may hold fewer. */
  bucket: number;
  buckets: number;
  /** Extremes: row-major [buckets, 2, units], the smallest values, then the largest. Means: [buckets, units]. */
  values: Float32Array;
}

/** The extremes of a matrix at ever coarser levels, in the order of its rows. */
export interface ValueExtremes {
  /** From {@link PYRAMID_FACTOR} rows a bucket on. An infinite value is an extreme; a bucket with a NaN has NaN for both. */
  levels: PyramidLevel[];
  /** Per unit, its smallest and its largest finite value; NaN where none is finite. */
  low: Float32Array;
  high: Float32Array;
}

/** Offsets of the rows of bucket `b`; of a short one the last row again and again, which changes no extreme. */
function rowOffsets(b: number, rows: number, stride: number, out: Int32Array): void {
  for (let k = 0; k < PYRAMID_FACTOR; k++) out[k] = Math.min(b * PYRAMID_FACTOR + k, rows - 1) * stride;
}

/** Every unit's finite range and the extremes of its runs of segments. One pass over the values, and a seventh of it. */
export function* valueExtremes({ values, segments, units }: ResolvedMatrix): Stepwise<ValueExtremes> {
  const low = new Float32Array(units).fill(Infinity);
  const high = new Float32Array(units).fill(-Infinity);
  const buckets = Math.ceil(segments / PYRAMID_FACTOR);
  const first = new Float32Array(2 * buckets * units);
  const at = new Int32Array(PYRAMID_FACTOR);
  for (let b = 0, seen = 0; b < buckets; b++, seen += PYRAMID_FACTOR * units) {
    rowOffsets(b, segments, units, at);
    const [a0, a1, a2, a3, a4, a5, a6, a7] = at;
    const to = 2 * b * units;
    for (let u = 0; u < units; u++) {
      const v0 = values[a0 + u], v1 = values[a1 + u], v2 = values[a2 + u], v3 = values[a3 + u];
      const v4 = values[a4 + u], v5 = values[a5 + u], v6 = values[a6 + u], v7 = values[a7 + u];
      // NaN goes through both.
      const least = Math.min(v0, v1, v2, v3, v4, v5, v6, v7);
      const most = Math.max(v0, v1, v2, v3, v4, v5, v6, v7);
      first[to + u] = least;
      first[to + units + u] = most;
      if (most - least < Infinity) {
        if (least < low[u]) low[u] = least;
        if (most > high[u]) high[u] = most;
      } else {
        for (let k = 0; k < PYRAMID_FACTOR; k++) {
          const value = values[at[k] + u];
          if (value - value !== 0) continue;
          if (value < low[u]) low[u] = value;
          if (value > high[u]) high[u] = value;
        }
      }
    }
    if (seen >= STEP) {
      yield;
      seen = 0;
    }
  }
  for (let u = 0; u < units; u++) if (low[u] > high[u]) low[u] = high[u] = Number.NaN;
  const levels: PyramidLevel[] = [{ bucket: PYRAMID_FACTOR, buckets, values: first }];
  while (levels[levels.length - 1].buckets > SMALLEST) levels.push(yield* coarserExtremes(levels[levels.length - 1], units));
  return { levels, low, high };
}

function* coarserExtremes(finer: PyramidLevel, units: number): Stepwise<PyramidLevel> {
  const buckets = Math.ceil(finer.buckets / PYRAMID_FACTOR);
  const values = new Float32Array(2 * buckets * units);
  const at = new Int32Array(PYRAMID_FACTOR);
  for (let b = 0; b < buckets; b++) {
    rowOffsets(b, finer.buckets, 2 * units, at);
    for (let u = 0; u < units; u++) {
      let least = finer.values[at[0] + u];
      let most = finer.values[at[0] + units + u];
      for (let k = 1; k < PYRAMID_FACTOR; k++) {
        least = Math.min(least, finer.values[at[k] + u]);
        most = Math.max(most, finer.values[at[k] + units + u]);
      }
      values[2 * b * units + u] = least;
      values[(2 * b + 1) * units + u] = most;
    }
    yield;
  }
  return { bucket: finer.bucket * PYRAMID_FACTOR, buckets, values };
}

/** The means of runs of segments, unit by unit; what is no number goes through as arithmetic has it. */
export function* valueMeans({ values, segments, units }: ResolvedMatrix): Stepwise<PyramidLevel[]> {
  const levels: PyramidLevel[] = [];
  let finer: PyramidLevel = { bucket: 1, buckets: segments, values };
  do {
    const buckets = Math.ceil(finer.buckets / PYRAMID_FACTOR);
    const bucket = finer.bucket * PYRAMID_FACTOR;
    const means = new Float32Array(buckets * units);
    const sums = new Float64Array(units);
    for (let b = 0, seen = 0; b < buckets; b++) {
      sums.fill(0);
      for (let i = b * PYRAMID_FACTOR; i < Math.min(finer.buckets, (b + 1) * PYRAMID_FACTOR); i++) {
        const rows = Math.min(finer.bucket, segments - i * finer.bucket);
        for (let u = 0; u < units; u++) sums[u] += rows * finer.values[i * units + u];
      }
      const rows = Math.min(bucket, segments - b * bucket);
      for (let u = 0; u < units; u++) means[b * units + u] = sums[u] / rows;
      seen += PYRAMID_FACTOR * units;
      if (seen >= STEP) {
        yield;
        seen = 0;
      }
    }
    levels.push((finer = { bucket, buckets, values: means }));
  } while (finer.buckets > SMALLEST);
  return levels;
}
