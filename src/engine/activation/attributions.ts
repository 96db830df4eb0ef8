import { FvError } from '../errors';
import { STEP, type Stepwise } from '../stepwise';
import type { ActivationMatrix, AttributionData, AttributionSample } from './activation-data';
import { resolveMatrix, type ResolvedMatrix } from './resolve-activations';

/** Signed scores of one class over the segments of a sample. */
export interface ClassScores {
  name: string;
  matrix: ResolvedMatrix;
  /** The column that holds them; null: the sum of all columns (gradients that were not summed over dimensions). */
  unit: number | null;
  /** What the model gives the class, 0 … 1; null where it is not told. */
  probability: number | null;
  /** Convergence delta; null where it is not told. */
  delta: number | null;
}

/** A sentence of a table: what the model chose, and what its scores come to. */
export interface AttributionRow {
  /** Number of the sample, from 0. */
  sample: number;
  gold: string | null;
  prediction: string | null;
  /** Of the prediction; NaN where it is not told. */
  probability: number;
  /** Whether gold and prediction are known and differ. */
  wrong: boolean;
  /** The class whose scores are shown; null where the sample has none of that name. */
  className: string | null;
  /** Sum of its finite scores, and their largest magnitude; NaN without scores. */
  sum: number;
  reach: number;
  /** Scores that are no finite number, left out of the sum. */
  missing: number;
  delta: number | null;
}

/** Orders of a table's rows. */
export const ATTRIBUTION_ORDERS = ['index', 'error', 'prediction', 'probability', 'sum', 'delta'] as const;
export type AttributionOrder = (typeof ATTRIBUTION_ORDERS)[number];

/** All samples of a table's data. @throws FvError `invalid-data` where there is none. */
export function attributionSamples(data: AttributionData): readonly AttributionSample[] {
  if (data === null || typeof data !== 'object') throw invalid('data as an object', String(data), 'set data = { samples: [{ text, activations, shape, … }] }');
  const further = data.samples ?? [];
  if (!Array.isArray(further)) throw invalid('samples as a list', typeof further, 'set data = { samples: [{ text, activations, shape, … }] }');
  const samples = 'text' in data ? [data, ...further] : further;
  if (samples.length === 0) throw invalid('at least one sample', '0 samples', 'set data = { samples: [{ text, activations, shape, … }] }');
  return samples;
}

/** The classes of a sample that have scores. @throws FvError `invalid-data` for lengths that differ. */
export function scoreClasses(sample: AttributionSample, index: number): ClassScores[] {
  const where = ` of sample ${index}`;
  if (typeof sample?.text !== 'string') throw invalid(`text${where} as a string`, typeof sample?.text, 'give the text that the model read');
  if (sample.classes && sample.classes.length > 0) {
    const scores = sample.classes.map((given): ClassScores => {
      const matrix = resolveMatrix(given, given.name, `class ${JSON.stringify(given.name)}${where}`);
      const deltas = matrix.deltas ?? null;
      return {
        name: given.name, matrix, unit: matrix.units === 1 ? 0 : null, probability: given.probability ?? (given.name === sample.prediction ? sample.probability : undefined) ?? null,
        delta: deltas && deltas.reduce((total, delta) => total + delta, 0),
      };
    });
    const odd = scores.find(({ matrix }) => matrix.segments !== scores[0].matrix.segments);
    if (odd) throw invalid(`${scores[0].matrix.segments} segments in class ${JSON.stringify(odd.name)}${where}`, String(odd.matrix.segments), 'give every class one row per segment');
    return scores;
  }
  const matrix = resolveMatrix(sample as ActivationMatrix, '', `activations${where}`);
  const nameOf = (unit: number) => matrix.unitNames?.[unit] ?? (matrix.units === 1 ? (sample.prediction ?? '') : String(unit));
  return Array.from({ length: matrix.units }, (_, unit): ClassScores => {
    const name = nameOf(unit);
    return { name, matrix, unit, probability: (name === sample.prediction ? sample.probability : undefined) ?? null, delta: matrix.deltas?.[unit] ?? null };
  });
}

/** Which of a sample's classes is shown: the one named, or, for '', the predicted one, else the gold one, else the first. */
export function chosenScores(sample: AttributionSample, classes: readonly ClassScores[], className: string): ClassScores | null {
  const wanted = className || sample.prediction || sample.gold;
  if (wanted === undefined || wanted === '') return classes[0] ?? null;
  return classes.find(({ name }) => name === wanted) ?? null;
}

/** One score per segment, [segments]. */
export function segmentScores({ matrix: { values, segments, units }, unit }: ClassScores): Float32Array {
  const scores = new Float32Array(segments);
  for (let i = 0; i < segments; i++) {
    if (unit !== null) scores[i] = values[i * units + unit];
    else for (let u = 0; u < units; u++) scores[i] += values[i * units + u];
  }
  return scores;
}

/**
 * What the rows of a table say, in the order of the samples.
 * @param className Class whose scores are shown; '' each sample's predicted one.
 * @throws FvError `invalid-data` naming the first sample whose lengths do not fit.
 */
export function* attributionRows(samples: readonly AttributionSample[], className: string): Stepwise<{ rows: AttributionRow[]; classNames: string[] }> {
  const names = new Set<string>();
  const rows: AttributionRow[] = [];
  let seen = 0;
  for (const [index, sample] of samples.entries()) {
    const classes = scoreClasses(sample, index);
    for (const { name } of classes) if (name !== '') names.add(name);
    const gold = sample.gold ?? null;
    const prediction = sample.prediction ?? null;
    const scores = chosenScores(sample, classes, className);
    rows.push({
      sample: index, gold, prediction, probability: sample.probability ?? classes.find(({ name }) => name === prediction)?.probability ?? Number.NaN,
      wrong: gold !== null && prediction !== null && gold !== prediction,
      className: scores && scores.name, ...totals(scores), delta: scores && scores.delta,
    });
    seen += 64 + (scores ? scores.matrix.segments : 0);
    if (seen >= STEP) {
      yield;
      seen = 0;
    }
  }
  return { rows, classNames: [...names] };
}

function totals(scores: ClassScores | null): Pick<AttributionRow, 'sum' | 'reach' | 'missing'> {
  if (!scores) return { sum: Number.NaN, reach: Number.NaN, missing: 0 };
  let sum = 0;
  let reach = 0;
  let missing = 0;
  const values = segmentScores(scores);
  for (const value of values) {
    if (value - value !== 0) missing++;
    else {
      sum += value;
      reach = Math.max(reach, Math.abs(value));
    }
  }
  return missing === values.length ? { sum: Number.NaN, reach: Number.NaN, missing } : { sum, reach, missing };
}

/**
 * Numbers of the rows that are shown, in their order: by `order` ascending or descending, rows that have no such figure
 * last either way, equal ones as the samples stand. Ascending `error` has wrong predictions first, the surest of them on top,
 * and ends with the surest right ones.
 */
export function orderAttributions(rows: readonly AttributionRow[], order: AttributionOrder, descending: boolean, errorsOnly: boolean): Uint32Array {
  const shown = new Uint32Array(rows.length);
  let count = 0;
  for (const [i, { wrong }] of rows.entries()) if (wrong || !errorsOnly) shown[count++] = i;
  const chosen = shown.subarray(0, count);
  if (order === 'prediction') {
    const names = [...new Set(rows.map(({ prediction }) => prediction))].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
    const place = new Map(names.map((name, i) => [name, name === null ? Number.NaN : i]));
    return sortBy(chosen, Float64Array.from(rows, ({ prediction }) => place.get(prediction)!), descending);
  }
  const figure: Record<Exclude<AttributionOrder, 'prediction'>, (row: AttributionRow) => number> = {
    index: ({ sample }) => sample,
    error: ({ wrong, gold, prediction, probability }) => (gold === null || prediction === null ? Number.NaN : wrong ? -1 - (probability || 0) : probability || 0),
    probability: ({ probability }) => probability,
    sum: ({ sum }) => sum,
    delta: ({ delta }) => (delta === null ? Number.NaN : Math.abs(delta)),
  };
  return sortBy(chosen, Float64Array.from(rows, figure[order]), descending);
}

function sortBy(rows: Uint32Array, figures: Float64Array, descending: boolean): Uint32Array {
  const sign = descending ? -1 : 1;
  return rows.sort((a, b) => {
    const [left, right] = [figures[a], figures[b]];
    if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || a - b;
    return sign * (left - right) || a - b;
  });
}

function invalid(expected: string, received: string, fix: string): FvError {
  return new FvError({ code: 'invalid-data', expected, received, fix });
}
