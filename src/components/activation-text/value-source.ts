import {
  finishInSlices, FvError, groupRange, groupSegments, groupValues, linearScale, ownGranularity, percentileScale, rankScale, resolveActivations, sortFinite,
  summarizeValues, symmetricScale, valueHistogram,
  type ActivationData, type Aggregation, type Granularity, type Normalization, type ResolvedMatrix, type ResolvedSample, type SegmentGroups, type Stepwise,
  type UnitReduction, type ValueScale, type ValueSummary,
} from '../../engine';

/** What is to be shown of activations. */
export interface ValueRequest {
  data: ActivationData;
  sample: number;
  /** Name of a layer; empty: the sample's own activations. */
  layer: string;
  /** Name of a class, whose scores are shown in place of a layer; empty: none. */
  scoreClass: string;
  units: readonly number[];
  reduce: UnitReduction;
  /** Null: the data's own. */
  granularity: Granularity | null;
  aggregate: Aggregation;
  normalization: Normalization;
  /** Percent cut off at each end by `percentile`. */
  clip: number;
  /** Ends of the colours set by hand; null: by `normalization`. */
  low: number | null;
  high: number | null;
  locale: string;
}

/** Bars of the histogram. */
export const BINS = 96;

/** Everything the text and its legend are drawn from. */
export interface ShownValues {
  samples: readonly ResolvedSample[];
  sample: number;
  granularity: Granularity;
  /** Per sample, the matrix that is shown. */
  matrices: readonly ResolvedMatrix[];
  groups: readonly SegmentGroups[];
  values: readonly Float32Array[];
  summary: ValueSummary;
  scale: ValueScale;
  /** Ends of the histogram: all values, and the ends of the colours, by themselves and by hand. */
  domain: readonly [low: number, high: number];
  histogram: Uint32Array;
}

/** What a legend shows of values. */
export type LegendValues = Pick<ShownValues, 'summary' | 'scale' | 'domain' | 'histogram'>;

/** Keeps the last result while what it was made of stays the same. */
export class Kept<Result> {
  #keys: readonly unknown[] | null = null;
  #result!: Result;

  /** Whether the last result is of these. */
  holds(keys: readonly unknown[]): boolean {
    return this.#keys?.length === keys.length && keys.every((key, i) => Object.is(key, this.#keys![i]));
  }

  async get(keys: readonly unknown[], make: () => Promise<Result>): Promise<Result> {
    if (this.holds(keys)) return this.#result;
    const result = await make();
    this.#keys = keys;
    return (this.#result = result);
  }
}

/**
 * Makes what is shown out of activations, step by step, in slices; each step is kept, so that another normalisation reads no
 * activations again and another unit cuts no text again.
 */
export class ValueSource {
  readonly #resolved = new Kept<ResolvedSample[]>();
  readonly #groups = new Kept<SegmentGroups[]>();
  readonly #values = new Kept<Float32Array[]>();
  readonly #summary = new Kept<ValueSummary>();
  readonly #global = new Kept<[number, number]>();
  readonly #sorted = new Kept<Float32Array>();
  readonly #histogram = new Kept<Uint32Array>();

  /** @throws FvError `invalid-data` for bad data, `invalid-option` for a sample, layer, class or unit there is not; `aborted`. */
  async show(request: ValueRequest, signal?: AbortSignal): Promise<ShownValues> {
    const slices = <Result>(work: Stepwise<Result>) => finishInSlices(work, signal);
    const { data, sample, aggregate, reduce, normalization, clip, low, high, locale } = request;
    const samples = await this.#resolved.get([data], () => slices(resolveActivations(data)));
    if (!Number.isInteger(sample) || sample < 0 || sample >= samples.length) throw unknownChoice('sample', `0 to ${samples.length - 1}`, sample);
    const granularity = request.granularity ?? ownGranularity(samples[sample]);
    const matrices = samples.map((each) => chooseMatrix(each, request));
    const units = checkUnits(request.units, matrices[sample]);
    const groups = await this.#groups.get([samples, granularity, locale], () => inOrder(samples, (each) => slices(groupSegments(each, granularity, locale || undefined))));
    const shown = [samples, groups, request.layer, request.scoreClass, aggregate] as const;
    const values = await this.#values.get([...shown, units.join(), reduce], () => inOrder(matrices, (matrix, i) => slices(groupValues(matrix, groups[i], { units, reduce, aggregate }))));
    const summary = await this.#summary.get([values], () => slices(summarizeValues(values)));

    const sorted = () => this.sorted(values, signal);
    const rangeOf: Record<Normalization, () => Promise<ValueScale>> = {
      unit: async () => linearScale(summary.min, summary.max),
      sample: async () => {
        const { min, max } = await slices(summarizeValues([values[sample]]));
        return linearScale(min, max);
      },
      symmetric: async () => symmetricScale(summary.min, summary.max),
      percentile: async () => percentileScale(await sorted(), clip),
      rank: async () => rankScale(await sorted()),
      global: async () => {
        // Several units joined into one value are the only series there is.
        if (units.length > 1) return linearScale(summary.min, summary.max);
        const ends = await this.#global.get(shown, async () => {
          const ranges = await inOrder(matrices, (matrix, i) => slices(groupRange(matrix, groups[i], aggregate)));
          const finite = ranges.filter(([start]) => !Number.isNaN(start));
          return finite.length > 0 ? [Math.min(...finite.map(([start]) => start)), Math.max(...finite.map(([, end]) => end))] : [Number.NaN, Number.NaN];
        });
        return linearScale(...ends);
      },
    };
    if (!Object.hasOwn(rangeOf, normalization)) throw unknownChoice('normalization', Object.keys(rangeOf).join(', '), normalization);
    const automatic = await rangeOf[normalization]();
    const scale = low === null && high === null ? automatic : handScale(low ?? automatic.low, high ?? automatic.high);
    const domain = [Math.min(summary.min, automatic.low, scale.low), Math.max(summary.max, automatic.high, scale.high)] as const;
    const histogram = await this.#histogram.get([values, ...domain], () => slices(valueHistogram(values, domain[0], domain[1], BINS)));
    return { samples, sample, granularity, matrices, groups, values, summary, scale, domain, histogram };
  }

  /** All finite values that are shown, ascending; made once, when they are first asked for. */
  sorted(values: readonly Float32Array[], signal?: AbortSignal): Promise<Float32Array> {
    return this.#sorted.get([values], () => finishInSlices(sortFinite(joined(values)), signal));
  }
}

async function inOrder<Item, Result>(items: readonly Item[], make: (item: Item, index: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) results.push(await make(item, index));
  return results;
}

function joined(lists: readonly Float32Array[]): Float32Array {
  if (lists.length === 1) return lists[0];
  const all = new Float32Array(lists.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

/** Ends set by hand may have passed one another. */
function handScale(low: number, high: number): ValueScale {
  return linearScale(Math.min(low, high), Math.max(low, high));
}

/** The matrix of a layer, or of a class. @throws FvError `invalid-option` for one there is not. */
export function chooseMatrix(sample: ResolvedSample, { layer, scoreClass }: Pick<ValueRequest, 'layer' | 'scoreClass'>): ResolvedMatrix {
  const list = scoreClass === '' ? sample.layers : sample.classes;
  const name = scoreClass === '' ? layer : scoreClass;
  const found = list.find((matrix) => matrix.name === name);
  if (!found) throw unknownChoice(scoreClass === '' ? 'layer' : 'class', list.map((matrix) => JSON.stringify(matrix.name)).join(', ') || 'none', JSON.stringify(name));
  return found;
}

function checkUnits(units: readonly number[], { units: count }: ResolvedMatrix): readonly number[] {
  const wrong = units.find((unit) => !Number.isInteger(unit) || unit < 0 || unit >= count);
  if (wrong !== undefined || units.length === 0) throw unknownChoice('unit', `0 to ${count - 1}`, wrong ?? 'none');
  return units;
}

/** An option that the data does not have. */
export function unknownChoice(what: string, known: string, received: unknown): FvError {
  return new FvError({ code: 'invalid-option', expected: `a ${what} out of ${known}`, received: String(received), fix: `choose a ${what} that the data has` });
}
