import { FvError } from '../errors';
import { STEP, type Stepwise } from '../stepwise';
import type { ActivationSample } from './activation-data';
import { groupValues } from './group-values';
import { resolveSample, type ResolvedMatrix, type ResolvedSample } from './resolve-activations';
import { GRANULARITIES, groupSegments, ownGranularity, type SegmentGroups } from './segment-groups';

/** A unit of the left model and the one of the right model that it is compared with. */
export interface UnitPair {
  left: number;
  right: number;
  /** Name of the left unit, and of the right one where it is another; numbers where there are no names. */
  name: string;
  /** Pearson's correlation over the segments; NaN where a unit is constant. */
  correlation: number;
}

/** How units found each other. */
export type UnitPairing = 'name' | 'number' | 'correlation';

/** The same text through two models, segment by segment and unit by unit. */
export interface ActivationComparison {
  text: string;
  /** UTF-16 offsets of the segments that both have. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** Whether the models cut the text otherwise, and their segments were joined (mean) into words or sentences. */
  joined: boolean;
  pairing: UnitPairing;
  pairs: readonly UnitPair[];
  /** Left units without a partner. */
  unpaired: number;
  /** Row-major [segments, pairs]; the difference is right minus left. Paired by correlation, units have no common scale: values are then in standard deviations of their unit. */
  left: Float32Array;
  right: Float32Array;
  difference: Float32Array;
  /** Per pair, the mean magnitude of its differences; per segment, that over all pairs. NaN where no difference is finite. */
  unitChange: Float64Array;
  segmentChange: Float64Array;
}

/** Values that correlations of all pairs of units may read; of a longer text evenly chosen segments stand in. */
const MOST_PRODUCTS = 4e8;

/**
 * Compares two models' activations of one text.
 * @param layer Name of the layer of both; '' their own activations.
 * @param locale BCP 47 tag for the rules of words.
 * @throws FvError `invalid-data` for bad data and texts that differ, `invalid-option` for a layer that one has not.
 */
export function* compareActivations(left: ActivationSample, right: ActivationSample, layer = '', locale?: string): Stepwise<ActivationComparison> {
  const samples = [yield* resolveSample(left, ' of the left model'), yield* resolveSample(right, ' of the right model')] as const;
  const [{ text }] = samples;
  if (samples[1].text !== text) throw differentTexts(text, samples[1].text);
  const { groups, joined } = yield* commonGroups(samples, locale);
  const matrices = samples.map((sample) => layerOf(sample, layer));
  const columns = [yield* valuesOf(matrices[0], groups[0]), yield* valuesOf(matrices[1], groups[1])] as const;
  const n = groups[0].starts.length;
  const { pairing, partners } = yield* pairUnits(matrices, columns, n);
  const pairs: UnitPair[] = [];
  for (const [unit, partner] of partners.entries()) {
    if (partner < 0) continue;
    const own = columns[0].subarray(unit * n, (unit + 1) * n);
    const other = columns[1].subarray(partner * n, (partner + 1) * n);
    const names = [nameOf(matrices[0], unit), nameOf(matrices[1], partner)];
    pairs.push({ left: unit, right: partner, name: names[0] === names[1] ? names[0] : names.join(' ↔ '), correlation: correlation(own, other) });
    yield;
  }
  if (pairs.length === 0) throw new FvError({ code: 'invalid-data', expected: 'units that can be paired', received: 'none with a common name or a correlation', fix: 'name the units alike, or give units that vary over the text' });
  const compared = yield* differences(pairs, columns, n, pairing === 'correlation');
  return { text, starts: groups[0].starts, ends: groups[0].ends, joined, pairing, pairs, unpaired: matrices[0].units - pairs.length, ...compared };
}

function differentTexts(left: string, right: string): FvError {
  let at = 0;
  while (at < Math.min(left.length, right.length) && left[at] === right[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 12), at + 12));
  return new FvError({ code: 'invalid-data', expected: `the same text on both sides; the left one has ${around(left)} at offset ${at}`, received: around(right), fix: 'give both models the same text' });
}

function layerOf(sample: ResolvedSample, layer: string): ResolvedMatrix {
  const found = sample.layers.find(({ name }) => name === layer);
  if (!found) throw new FvError({ code: 'invalid-option', expected: `a layer out of ${sample.layers.map(({ name }) => JSON.stringify(name)).join(', ')}`, received: JSON.stringify(layer), fix: 'choose a layer that both models have' });
  return found;
}

function nameOf({ unitNames }: ResolvedMatrix, unit: number): string {
  return unitNames?.[unit] ?? String(unit);
}

/** The segments of both: as they are where they are the same, else joined into words, or what is coarser. */
function* commonGroups(samples: readonly [ResolvedSample, ResolvedSample], locale?: string): Stepwise<{ groups: [SegmentGroups, SegmentGroups]; joined: boolean }> {
  const own = [yield* groupSegments(samples[0], ownGranularity(samples[0]), locale), yield* groupSegments(samples[1], ownGranularity(samples[1]), locale)] as [SegmentGroups, SegmentGroups];
  if (sameSpans(...own)) return { groups: own, joined: false };
  const level = Math.max(GRANULARITIES.indexOf('word'), ...samples.map((sample) => GRANULARITIES.indexOf(ownGranularity(sample))));
  const granularity = GRANULARITIES[level];
  const words = [yield* groupSegments(samples[0], granularity, locale), yield* groupSegments(samples[1], granularity, locale)] as [SegmentGroups, SegmentGroups];
  const groups = inBoth(...words);
  if (groups[0].starts.length === 0) throw new FvError({ code: 'invalid-data', expected: 'words that both models cut alike', received: 'none', fix: 'give offsets of the segments in the same text' });
  return { groups, joined: true };
}

function sameSpans(a: SegmentGroups, b: SegmentGroups): boolean {
  return a.starts.length === b.starts.length && a.starts.every((start, i) => start === b.starts[i] && a.ends[i] === b.ends[i]);
}

/** The groups that stand in both lists. */
function inBoth(a: SegmentGroups, b: SegmentGroups): [SegmentGroups, SegmentGroups] {
  const kept: [number[], number[]] = [[], []];
  for (let i = 0, j = 0; i < a.starts.length && j < b.starts.length;) {
    if (a.starts[i] === b.starts[j] && a.ends[i] === b.ends[j]) {
      kept[0].push(i++);
      kept[1].push(j++);
    } else if (a.ends[i] <= b.ends[j]) i++;
    else j++;
  }
  const pick = (groups: SegmentGroups, which: readonly number[]): SegmentGroups => ({
    starts: Uint32Array.from(which, (i) => groups.starts[i]), ends: Uint32Array.from(which, (i) => groups.ends[i]),
    rows: { first: Uint32Array.from(which, (i) => groups.rows?.first[i] ?? i), last: Uint32Array.from(which, (i) => groups.rows?.last[i] ?? i + 1) },
  });
  return [pick(a, kept[0]), pick(b, kept[1])];
}

/** Values of all units, one unit after the other, [units, segments]. */
function* valuesOf(matrix: ResolvedMatrix, groups: SegmentGroups): Stepwise<Float32Array> {
  const n = groups.starts.length;
  const columns = new Float32Array(matrix.units * n);
  for (let unit = 0; unit < matrix.units; unit++) {
    columns.set(yield* groupValues(matrix, groups, { units: [unit], reduce: 'mean', aggregate: 'mean' }), unit * n);
    yield;
  }
  return columns;
}

/** The right unit of every left one, −1 for none: by name, by number where neither side has names, else the most alike. */
function* pairUnits([left, right]: readonly ResolvedMatrix[], columns: readonly [Float32Array, Float32Array], n: number): Stepwise<{ pairing: UnitPairing; partners: number[] }> {
  const units = Array.from({ length: left.units }, (_, unit) => unit);
  if (left.unitNames && right.unitNames) {
    const places = new Map(right.unitNames.map((name, unit) => [name, unit]));
    const partners = left.unitNames.map((name) => places.get(name) ?? -1);
    if (partners.some((partner) => partner >= 0)) return { pairing: 'name', partners };
  } else if (!left.unitNames && !right.unitNames && left.units === right.units) return { pairing: 'number', partners: units };
  const step = Math.max(1, Math.ceil((left.units * right.units * n) / MOST_PRODUCTS));
  const a = standardized(columns[0], left.units, n, step);
  const b = standardized(columns[1], right.units, n, step);
  const partners: number[] = [];
  for (const unit of units) {
    let best = -1;
    let most = -Infinity;
    for (let other = 0; other < right.units; other++) {
      let product = 0;
      for (let i = 0; i < a.n; i++) product += a.values[unit * a.n + i] * b.values[other * a.n + i];
      if (product > most && b.varies[other]) {
        most = product;
        best = other;
      }
      if (other % Math.max(1, Math.floor(STEP / a.n)) === 0) yield;
    }
    partners.push(a.varies[unit] ? best : -1);
  }
  return { pairing: 'correlation', partners };
}

/** Every `step`th value of every unit with mean 0 and deviation 1; what is no finite number counts as the mean. */
function standardized(columns: Float32Array, units: number, n: number, step: number): { values: Float32Array; n: number; varies: Uint8Array } {
  const count = Math.ceil(n / step);
  const values = new Float32Array(units * count);
  const varies = new Uint8Array(units);
  for (let unit = 0; unit < units; unit++) {
    const { mean, deviation } = moments(columns, unit * n, n, step);
    varies[unit] = deviation > 0 ? 1 : 0;
    for (let i = 0; i < count; i++) {
      const value = columns[unit * n + i * step];
      values[unit * count + i] = deviation > 0 && value - value === 0 ? (value - mean) / deviation : 0;
    }
  }
  return { values, n: count, varies };
}

function moments(values: Float32Array, start: number, n: number, step = 1): { mean: number; deviation: number } {
  let count = 0;
  let sum = 0;
  for (let i = 0; i < n; i += step) {
    const value = values[start + i];
    if (value - value !== 0) continue;
    count++;
    sum += value;
  }
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < n; i += step) {
    const value = values[start + i];
    if (value - value === 0) squares += (value - mean) ** 2;
  }
  return { mean, deviation: Math.sqrt(squares / count) };
}

/** Pearson's correlation, pairs with a non-finite value left out. */
function correlation(a: Float32Array, b: Float32Array): number {
  const both = Float32Array.from(a, (value, i) => (b[i] - b[i] === 0 ? value : Number.NaN));
  const other = Float32Array.from(b, (value, i) => (a[i] - a[i] === 0 ? value : Number.NaN));
  const [x, y] = [moments(both, 0, both.length), moments(other, 0, other.length)];
  let sum = 0;
  let count = 0;
  for (let i = 0; i < a.length; i++) {
    const product = (both[i] - x.mean) * (other[i] - y.mean);
    if (product - product !== 0) continue;
    sum += product;
    count++;
  }
  return x.deviation > 0 && y.deviation > 0 ? sum / count / (x.deviation * y.deviation) : Number.NaN;
}

function* differences(pairs: readonly UnitPair[], columns: readonly [Float32Array, Float32Array], n: number, standardize: boolean): Stepwise<Pick<ActivationComparison, 'left' | 'right' | 'difference' | 'unitChange' | 'segmentChange'>> {
  const width = pairs.length;
  const [left, right, difference] = [new Float32Array(n * width), new Float32Array(n * width), new Float32Array(n * width)];
  const unitChange = new Float64Array(width);
  const sums = new Float64Array(n);
  const counts = new Uint32Array(n);
  for (const [p, pair] of pairs.entries()) {
    const starts = [pair.left * n, pair.right * n];
    const [a, b] = standardize ? [moments(columns[0], starts[0], n), moments(columns[1], starts[1], n)] : [{ mean: 0, deviation: 1 }, { mean: 0, deviation: 1 }];
    let sum = 0;
    let count = 0;
    for (let i = 0; i < n; i++) {
      const at = i * width + p;
      left[at] = (columns[0][starts[0] + i] - a.mean) / a.deviation;
      right[at] = (columns[1][starts[1] + i] - b.mean) / b.deviation;
      difference[at] = right[at] - left[at];
      const change = Math.abs(difference[at]);
      if (change - change !== 0) continue;
      sum += change;
      count++;
      sums[i] += change;
      counts[i]++;
    }
    unitChange[p] = sum / count;
    yield;
  }
  return { left, right, difference, unitChange, segmentChange: sums.map((sum, i) => sum / counts[i]) };
}
