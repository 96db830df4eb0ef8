import { isDiverging, type RampName } from '../color';
import type { MetadataColumn } from '../map-data';
import { inSlices } from '../time-slices';
import { countBelow, countThrough, quantileOf, summarizeNumbers } from './number-summary';
import { numberTransform, type NumberTransform, type NumberTransformName } from './number-transform';
import { FIRST_INDEX, MISSING_INDEX, NOT_POSITIVE_INDEX } from './palette';

const STEP = 65_536;

/** The ramp's last step. */
const LAST_STEP = 255 - FIRST_INDEX;

/** How numbers become colours. */
export interface NumberScaleOptions {
  /** Default `linear`. */
  transform?: NumberTransformName;
  /** Default: `blue-red` where a linear scale has values of both signs, else `viridis`. */
  ramp?: RampName | '';
  /** Whether low values take the ramp's high end; default false. */
  reversed?: boolean;
  /** Values at the ends of the ramp, beyond which its end colours go on; default all values. */
  domain?: readonly [number, number] | null;
  signal?: AbortSignal;
}

/** Numbers spread over a ramp. */
export interface ContinuousScale {
  kind: 'continuous';
  transform: NumberTransform;
  ramp: RampName;
  reversed: boolean;
  /** Whether zero is in the middle of the ramp, and both its sides are of one length. */
  diverging: boolean;
  /** The values at the ends of the ramp. */
  domain: readonly [number, number];
  /** Smallest and largest value that has a colour. */
  extent: readonly [number, number];
  /** The values that have a colour, ascending. */
  sorted: Float32Array | Float64Array;
  /** Values that are no finite number. */
  missing: number;
  /** Values without a logarithm, where it is asked for. */
  notPositive: number;
  /** n palette indices. */
  indices: Uint8Array;
}

/** Spreads the numbers of a column over a ramp. */
export async function continuousScale(column: MetadataColumn, options: NumberScaleOptions = {}): Promise<ContinuousScale> {
  const { transform: name = 'linear', reversed = false, signal } = options;
  const summary = await summarizeNumbers(column, signal);
  const notPositive = name === 'log' ? countThrough(summary.sorted, 0) : 0;
  const sorted = summary.sorted.subarray(notPositive);
  const extent: [number, number] = sorted.length > 0 ? [sorted[0], sorted[sorted.length - 1]] : [0, 0];
  const bothSigns = name === 'linear' && extent[0] < 0 && extent[1] > 0;
  const ramp = options.ramp || (bothSigns ? 'blue-red' : 'viridis');
  const diverging = bothSigns && isDiverging(ramp);
  const domain = scaleDomain(options.domain ?? null, extent, diverging, name === 'log');
  const transform = numberTransform(name, sorted);
  const indices = await stepsOf(column, transform, domain, signal);
  return { kind: 'continuous', transform, ramp, reversed, diverging, domain, extent, sorted, missing: summary.missing, notPositive, indices };
}

/** The ends of a ramp: those asked for where they can be had, else all values; around zero the longer side counts for both. */
function scaleDomain(asked: readonly [number, number] | null, extent: readonly [number, number], diverging: boolean, positive: boolean): [number, number] {
  let [low, high] = asked && asked[0] < asked[1] ? asked : extent;
  if (diverging) {
    high = Math.max(Math.abs(low), Math.abs(high));
    low = -high;
  }
  // The logarithm begins with the smallest value that has one.
  if (positive && low <= 0) low = extent[0];
  return low <= high ? [low, high] : [extent[0], extent[1]];
}

async function stepsOf(column: MetadataColumn, transform: NumberTransform, domain: readonly [number, number], signal?: AbortSignal): Promise<Uint8Array> {
  const from = transform.along(domain[0]);
  const width = transform.along(domain[1]) - from;
  const factor = width > 0 ? LAST_STEP / width : 0;
  const indices = new Uint8Array(column.length);
  await inSlices(column.length, transform.name === 'quantile' ? STEP / 8 : STEP, (start, end) => {
    for (let i = start; i < end; i++) {
      const value = column[i];
      if (typeof value !== 'number' || !Number.isFinite(value)) indices[i] = MISSING_INDEX;
      else if (transform.name === 'log' && value <= 0) indices[i] = NOT_POSITIVE_INDEX;
      else indices[i] = FIRST_INDEX + Math.round(Math.min(LAST_STEP, Math.max(0, (transform.along(value) - from) * factor)));
    }
  }, signal);
  return indices;
}

/**
 * How many values lie in each of `bins` parts of a range, even along the scale's axis; the last part holds the range's end.
 * Values outside the range are not counted.
 */
export function scaleHistogram({ sorted, transform }: Pick<ContinuousScale, 'sorted' | 'transform'>, [low, high]: readonly [number, number], bins: number): Uint32Array {
  const from = transform.along(low);
  const width = transform.along(high) - from;
  const counts = new Uint32Array(bins);
  let before = countBelow(sorted, low);
  for (let bin = 0; bin < bins; bin++) {
    const through = bin === bins - 1 ? countThrough(sorted, high) : countBelow(sorted, transform.at(from + (width * (bin + 1)) / bins));
    counts[bin] = Math.max(0, through - before);
    before = Math.max(before, through);
  }
  return counts;
}

/** The values between which all but a share of the values lie, half of that share below and half above. */
export function clippedDomain({ sorted }: Pick<ContinuousScale, 'sorted'>, share: number): [number, number] {
  return [quantileOf(sorted, share / 2), quantileOf(sorted, 1 - share / 2)];
}
