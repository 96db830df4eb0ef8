import { FvError } from '../errors';
import type { ResolvedMatrix } from './resolve-activations';
import { STEP, type Stepwise } from '../stepwise';

/** How well a unit tells chosen segments from the others. */
export interface UnitResponse {
  unit: number;
  /** Chance that a chosen segment has the higher value of the two (Mann & Whitney 1947), ties half: 0.5 tells nothing, below 0.5 the unit falls silent. */
  auc: number;
  /** Pearson's correlation of the value with being chosen (point-biserial), −1 … 1. */
  correlation: number;
  /** Mean of the chosen minus mean of the others. */
  meanDifference: number;
}

export type ResponseMeasure = 'auc' | 'correlation' | 'meanDifference';
export const RESPONSE_MEASURES: readonly ResponseMeasure[] = ['auc', 'correlation', 'meanDifference'];

/**
 * The responses of units to chosen segments; non-finite values are left out, unit by unit. All NaN where nothing is chosen, or everything.
 * @param columns The units' values one unit after the other, [units, n].
 * @param mask [n], 1 = chosen.
 * @param firstUnit Number of the first of these units.
 */
export function* unitResponses(columns: Float32Array, mask: Uint8Array, firstUnit = 0): Stepwise<UnitResponse[]> {
  const n = mask.length;
  const responses: UnitResponse[] = [];
  for (let at = 0; at < columns.length; at += n) {
    responses.push(unitResponse(columns.subarray(at, at + n), mask, firstUnit + responses.length));
    yield;
  }
  return responses;
}

function unitResponse(values: Float32Array, mask: Uint8Array, unit: number): UnitResponse {
  const chosen = new Float32Array(values.length);
  let inside = 0;
  let outside = 0;
  // Chosen values from the front, the others from the back: one buffer holds both.
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value - value !== 0) continue;
    if (mask[i]) chosen[inside++] = value + 0;
    else chosen[values.length - ++outside] = value + 0;
  }
  if (inside === 0 || outside === 0) return { unit, auc: Number.NaN, correlation: Number.NaN, meanDifference: Number.NaN };
  const positives = chosen.subarray(0, inside).sort();
  const negatives = chosen.subarray(values.length - outside).sort();
  const [p, q] = [moments(positives), moments(negatives)];
  const share = inside / (inside + outside);
  const difference = p.mean - q.mean;
  // Total variance: within both groups, and between them.
  const variance = share * p.variance + (1 - share) * q.variance + share * (1 - share) * difference ** 2;
  return {
    unit,
    auc: (wins(positives, negatives) / inside) / outside,
    correlation: variance > 0 ? (difference * Math.sqrt(share * (1 - share))) / Math.sqrt(variance) : Number.NaN,
    meanDifference: difference,
  };
}

function moments(values: Float32Array): { mean: number; variance: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, variance: squares / values.length };
}

/** How many pairs the ascending `a` wins against the ascending `b`; a tie is half a win. */
function wins(a: Float32Array, b: Float32Array): number {
  let below = 0;
  let upTo = 0;
  let count = 0;
  for (const value of a) {
    while (below < b.length && b[below] < value) below++;
    while (upTo < b.length && b[upTo] <= value) upTo++;
    count += (below + upTo) / 2;
  }
  return count;
}

/** How strong a response is, whichever its sign. */
export function responseStrength(response: UnitResponse, measure: ResponseMeasure): number {
  return measure === 'auc' ? Math.abs(response.auc - 0.5) : Math.abs(response[measure]);
}

/** The strongest responses first; equal ones by number of the unit, those that cannot be told last. */
export function sortResponses(responses: readonly UnitResponse[], measure: ResponseMeasure): UnitResponse[] {
  const key = (response: UnitResponse) => {
    const strength = responseStrength(response, measure);
    return Number.isNaN(strength) ? -1 : strength;
  };
  return [...responses].sort((a, b) => key(b) - key(a) || a.unit - b.unit);
}

/** Values of consecutive units over all samples, one unit after the other, [to − from, n]; rows in the order of the text. */
export function* unitColumns(matrices: readonly ResolvedMatrix[], from: number, to: number): Stepwise<Float32Array<ArrayBuffer>> {
  const n = matrices.reduce((total, { segments }) => total + segments, 0);
  const columns = new Float32Array((to - from) * n);
  let at = 0;
  let seen = 0;
  for (const { values, segments, units, reversed } of matrices) {
    for (let i = 0; i < segments; i++) {
      const row = (reversed ? segments - 1 - i : i) * units;
      for (let unit = from; unit < to; unit++) columns[(unit - from) * n + at + i] = values[row + unit];
      seen += to - from;
      if (seen >= STEP) {
        yield;
        seen = 0;
      }
    }
    at += segments;
  }
  return columns;
}

/** Units handled at a time: 20,000 segments of them are 1.3 million values. */
const BLOCK = 64;

/**
 * Ranks all units of a layer by how they respond to chosen segments.
 *
 * @param matrices The layer in every sample.
 * @param masks Per sample, [segments] in the order of the text, 1 = chosen.
 * @param respond Works on one block of units; by default in this thread, in slices.
 * @throws FvError `invalid-data` where a mask does not fit, or chooses nothing or everything.
 */
export async function rankUnits(
  matrices: readonly ResolvedMatrix[], masks: readonly Uint8Array[], measure: ResponseMeasure,
  respond: (columns: Float32Array<ArrayBuffer>, mask: Uint8Array, firstUnit: number) => Promise<UnitResponse[]>,
  slices: <Result>(work: Stepwise<Result>) => Promise<Result>,
): Promise<UnitResponse[]> {
  const mask = joinMasks(matrices, masks);
  const { units } = matrices[0];
  const responses: UnitResponse[] = [];
  for (let from = 0; from < units; from += BLOCK) {
    const columns = await slices(unitColumns(matrices, from, Math.min(units, from + BLOCK)));
    responses.push(...(await respond(columns, mask, from)));
  }
  return sortResponses(responses, measure);
}

function joinMasks(matrices: readonly ResolvedMatrix[], masks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(matrices.reduce((total, { segments }) => total + segments, 0));
  let at = 0;
  for (const [i, { segments }] of matrices.entries()) {
    if (masks[i]?.length !== segments) throw new FvError({ code: 'invalid-data', expected: `a mask of ${segments} segments for sample ${i}`, received: String(masks[i]?.length), fix: 'give every segment 0 or 1' });
    joined.set(masks[i], at);
    at += segments;
  }
  const chosen = joined.reduce((total, value) => total + (value ? 1 : 0), 0);
  if (chosen === 0 || chosen === joined.length) {
    throw new FvError({ code: 'invalid-data', expected: 'some segments chosen and some not', received: `${chosen} of ${joined.length}`, fix: 'choose the segments that the unit should tell from the others' });
  }
  return joined;
}
