import type { ResolvedMatrix } from './resolve-activations';
import { MOST_SCALES, NAN_CODE, RowCoder, type CodedLevel, type CodeScales } from '../value-codes';
import { STEP, type Stepwise } from '../stepwise';

/** Rows of the matrix in a bucket of the first level; further levels join two buckets each. */
export const FIRST_BUCKET = 8;

/** Levels go on until one has no more rows than this. */
const SMALLEST = 32;

/** What several consecutive rows of a matrix have in common. */
export interface PyramidLevel {
  /** Rows of the matrix per bucket; the last bucket may hold fewer. */
  bucket: number;
  buckets: number;
  /** Row-major [buckets, units]. */
  values: Float32Array;
}

/** The extremes of a matrix in buckets of {@link FIRST_BUCKET} rows, in the order of its rows. */
export interface ValueExtremes {
  buckets: number;
  /** Row-major [buckets, 2, units], the smallest values, then the largest. An infinite value is an extreme; a bucket with a NaN has NaN for both. */
  values: Float32Array;
  /** Per unit, its smallest and its largest finite value; NaN where none is finite. */
  low: Float32Array;
  high: Float32Array;
}

/** Offsets of the rows of bucket `b`; of a short one the last row again and again, which changes no extreme. */
function rowOffsets(b: number, rows: number, stride: number, out: Int32Array): void {
  for (let k = 0; k < FIRST_BUCKET; k++) out[k] = Math.min(b * FIRST_BUCKET + k, rows - 1) * stride;
}

/** The extremes of the rows at these offsets, and what they add to the range of every unit. Apart from the generator: an engine makes its loop fast. */
function joinRows(values: Float32Array, at: Int32Array, units: number, out: Float32Array, low: Float32Array, high: Float32Array): void {
  const { abs } = Math;
  const [a0, a1, a2, a3, a4, a5, a6, a7] = at;
  for (let u = 0; u < units; u++) {
    const v0 = values[a0 + u], v1 = values[a1 + u], v2 = values[a2 + u], v3 = values[a3 + u];
    const v4 = values[a4 + u], v5 = values[a5 + u], v6 = values[a6 + u], v7 = values[a7 + u];
    // Twice the smaller of two is a + b − |a − b|: a third of the time of Math.min, and nothing to mispredict.
    const s0 = v0 + v1, s1 = v2 + v3, s2 = v4 + v5, s3 = v6 + v7;
    const d0 = abs(v0 - v1), d1 = abs(v2 - v3), d2 = abs(v4 - v5), d3 = abs(v6 - v7);
    const l0 = s0 - d0, l1 = s1 - d1, l2 = s2 - d2, l3 = s3 - d3;
    const h0 = s0 + d0, h1 = s1 + d1, h2 = s2 + d2, h3 = s3 + d3;
    const l4 = l0 + l1 - abs(l0 - l1), l5 = l2 + l3 - abs(l2 - l3);
    const h4 = h0 + h1 + abs(h0 - h1), h5 = h2 + h3 + abs(h2 - h3);
    const least = (l4 + l5 - abs(l4 - l5)) / 8;
    const most = (h4 + h5 + abs(h4 - h5)) / 8;
    if (most - least < Infinity) {
      out[u] = least;
      out[units + u] = most;
      if (least < low[u]) low[u] = least;
      if (most > high[u]) high[u] = most;
      continue;
    }
    // NaN goes through both, infinities do as themselves.
    out[u] = Math.min(v0, v1, v2, v3, v4, v5, v6, v7);
    out[units + u] = Math.max(v0, v1, v2, v3, v4, v5, v6, v7);
    for (let k = 0; k < FIRST_BUCKET; k++) {
      const value = values[at[k] + u];
      if (value - value !== 0) continue;
      if (value < low[u]) low[u] = value;
      if (value > high[u]) high[u] = value;
    }
  }
}

/**
 * Every unit's finite range and the extremes of its runs of segments, in one pass over the values. Of finite ones within 2⁻⁵⁰ of the largest
 * magnitude of their bucket, which is none unless some are 10⁸ times as large as others.
 */
export function* valueExtremes({ values, segments, units }: ResolvedMatrix): Stepwise<ValueExtremes> {
  const low = new Float32Array(units).fill(Infinity);
  const high = new Float32Array(units).fill(-Infinity);
  const buckets = Math.ceil(segments / FIRST_BUCKET);
  const first = new Float32Array(2 * buckets * units);
  const at = new Int32Array(FIRST_BUCKET);
  for (let b = 0, seen = 0; b < buckets; b++, seen += FIRST_BUCKET * units) {
    rowOffsets(b, segments, units, at);
    joinRows(values, at, units, first.subarray(2 * b * units, 2 * (b + 1) * units), low, high);
    if (seen >= STEP) {
      yield;
      seen = 0;
    }
  }
  for (let u = 0; u < units; u++) if (low[u] > high[u]) low[u] = high[u] = Number.NaN;
  return { buckets, values: first, low, high };
}

/** Rows by which the middle of a unit is told. */
const SAMPLED = 31;

/** What the codes of a matrix count from: per unit the median of some of its values, and how far these are from it at the median. */
export function codeScales({ values, segments, units }: ResolvedMatrix, { low, high }: Pick<ValueExtremes, 'low' | 'high'>): CodeScales {
  const center = new Float64Array(units);
  const scale = new Float64Array(units).fill(1);
  const sample = new Float32Array(Math.min(SAMPLED, segments));
  for (let u = 0; u < units; u++) {
    let count = 0;
    for (let k = 0; k < sample.length; k++) {
      const value = values[Math.floor(((k + 0.5) * segments) / sample.length) * units + u];
      if (value - value === 0) sample[count++] = value;
    }
    const own = sample.subarray(0, count).sort();
    if (Number.isNaN(low[u])) continue;
    const middle = count > 0 ? own[count >> 1] : low[u];
    center[u] = middle;
    for (let k = 0; k < count; k++) own[k] = Math.abs(own[k] - middle);
    own.sort();
    const usual = count > 0 ? own[count >> 1] : 0;
    // Of a unit that is nearly always the same, the others count: all of them have a code.
    scale[u] = Math.max(Number.isFinite(usual) ? usual : 0, Math.max(high[u] - middle, middle - low[u]) / MOST_SCALES) || 1;
  }
  return { center, scale };
}

/** The extremes as codes, from {@link FIRST_BUCKET} rows a bucket on, each level half of the one before. */
export function* codedExtremes({ buckets, values }: ValueExtremes, units: number, scales: CodeScales): Stepwise<CodedLevel[]> {
  const first = new Uint32Array(buckets * units);
  const coder = new RowCoder(scales);
  for (let b = 0, seen = 0; b < buckets; b++, seen += units) {
    coder.code(values, 2 * b * units, values, (2 * b + 1) * units, first, b * units);
    if (seen >= STEP) {
      yield;
      seen = 0;
    }
  }
  const levels: CodedLevel[] = [{ bucket: FIRST_BUCKET, buckets, codes: first }];
  while (levels[levels.length - 1].buckets > SMALLEST) levels.push(yield* coarser(levels[levels.length - 1], units));
  return levels;
}

/** Two buckets as one. Codes are in the order of their values, and NaN, the lowest of them, is in both halves of a word. */
function joinBuckets(codes: Int32Array, at: number, next: number, out: Int32Array, to: number, units: number): void {
  for (let u = 0; u < units; u++) {
    const one = codes[at + u], other = codes[next + u];
    const below = (one & 0xffff) - (other & 0xffff);
    const above = (one >>> 16) - (other >>> 16);
    // The smaller and the larger without a branch: which is which cannot be foretold.
    const least = (other & 0xffff) + (below & (below >> 31));
    const most = (one >>> 16) - (above & (above >> 31));
    out[to + u] = least === NAN_CODE ? NAN_CODE : least | (most << 16);
  }
}

function* coarser(finer: CodedLevel, units: number): Stepwise<CodedLevel> {
  const buckets = Math.ceil(finer.buckets / 2);
  const codes = new Uint32Array(buckets * units);
  // As signed words: an engine takes those of the upper half for doubles otherwise.
  const [words, joined] = [new Int32Array(finer.codes.buffer), new Int32Array(codes.buffer)];
  for (let b = 0, seen = 0; b < buckets; b++, seen += units) {
    joinBuckets(words, 2 * b * units, Math.min(2 * b + 1, finer.buckets - 1) * units, joined, b * units, units);
    if (seen >= STEP) {
      yield;
      seen = 0;
    }
  }
  return { bucket: 2 * finer.bucket, buckets, codes };
}

/** The means of runs of segments, unit by unit; what is no number goes through as arithmetic has it. */
export function* valueMeans({ values, segments, units }: ResolvedMatrix): Stepwise<PyramidLevel[]> {
  const levels: PyramidLevel[] = [];
  let finer: PyramidLevel = { bucket: 1, buckets: segments, values };
  do {
    const factor = levels.length === 0 ? FIRST_BUCKET : 2;
    const buckets = Math.ceil(finer.buckets / factor);
    const bucket = finer.bucket * factor;
    const means = new Float32Array(buckets * units);
    const sums = new Float64Array(units);
    for (let b = 0, seen = 0; b < buckets; b++) {
      sums.fill(0);
      for (let i = b * factor; i < Math.min(finer.buckets, (b + 1) * factor); i++) {
        const rows = Math.min(finer.bucket, segments - i * finer.bucket);
        for (let u = 0; u < units; u++) sums[u] += rows * finer.values[i * units + u];
      }
      const rows = Math.min(bucket, segments - b * bucket);
      for (let u = 0; u < units; u++) means[b * units + u] = sums[u] / rows;
      seen += factor * units;
      if (seen >= STEP) {
        yield;
        seen = 0;
      }
    }
    levels.push((finer = { bucket, buckets, values: means }));
  } while (finer.buckets > SMALLEST);
  return levels;
}
