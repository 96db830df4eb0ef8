import {
  codedExtremes, codeScales, finishInSlices, FvError, heatmapRows, NORMALIZATIONS, quantile, RAMP_NAMES, rankTable, resolveActivations, SAMPLINGS, sortedUnit, sortUnits, TaskWorker,
  unitQuantiles, valueExtremes, valueMeans,
  type ActivationData, type HeatmapMatrix, type HeatmapSampling, type Normalization, type RampName, type RankTable, type ResolvedMatrix, type ResolvedSample, type SortedUnits, type Stepwise,
} from '../../engine';
import { chooseMatrix, Kept, unknownChoice } from '../activation-text/value-source';
import { orderUnits, ROW_ORDERS, type RowOrder } from './row-order';

/** What is to be shown of activations. */
export interface HeatmapRequest {
  data: ActivationData;
  sample: number;
  layer: string;
  scoreClass: string;
  order: RowOrder;
  normalization: Normalization;
  sampling: HeatmapSampling;
  palette: RampName;
  /** Percent cut off at each end of every unit. */
  clip: number;
}

/** The finite range of every unit; NaN where there is none. */
export interface UnitRanges {
  low: Float32Array;
  high: Float32Array;
}

/** Everything a heatmap is drawn from. What stays the same from one to the next stays the same object. */
export interface ShownHeatmap {
  samples: readonly ResolvedSample[];
  sample: number;
  /** Per sample, the matrix that is shown. */
  matrices: readonly ResolvedMatrix[];
  matrix: HeatmapMatrix;
  /** Units in the order of the rows, and the row of every unit. */
  order: Uint32Array;
  rowOf: Uint32Array;
  /** Over all samples, and over the one shown. */
  ranges: UnitRanges;
  ownRanges: UnitRanges;
  /** The range of all units. */
  range: readonly [low: number, high: number];
  sorted: SortedUnits | null;
  /** As {@link heatmapRows} has them. */
  rows: Float32Array<ArrayBuffer>;
  ranks: RankTable | null;
}

/** What one pass over a matrix tells. */
type Extremes = UnitRanges & Pick<HeatmapMatrix, 'scales' | 'extremes'>;

/** Makes what is drawn out of activations, step by step, in slices; each step is kept, so that another order reads no values again. */
export class HeatmapSource {
  readonly #resolved = new Kept<ResolvedSample[]>();
  readonly #extremes = new Kept<Extremes>();
  readonly #ranges = new Kept<UnitRanges>();
  readonly #means = new Kept<HeatmapMatrix['means']>();
  readonly #matrix = new Kept<HeatmapMatrix>();
  readonly #order = new Kept<Uint32Array>();
  readonly #sorted = new Kept<SortedUnits>();
  readonly #ranks = new Kept<RankTable>();
  readonly #clipped = new Kept<UnitRanges>();
  readonly #rows = new Kept<Float32Array<ArrayBuffer>>();
  #tasks: TaskWorker | null = null;

  /** @throws FvError `invalid-data` for bad data, `invalid-option` for what there is not; `aborted`. */
  async show(request: HeatmapRequest, signal?: AbortSignal): Promise<ShownHeatmap> {
    const slices = <Result>(work: Stepwise<Result>) => finishInSlices(work, signal);
    const { data, sample, order: orderName, normalization, clip } = request;
    checkNames(request);
    const samples = await this.#resolved.get([data], () => slices(resolveActivations(data)));
    if (!Number.isInteger(sample) || sample < 0 || sample >= samples.length) throw unknownChoice('sample', `0 to ${samples.length - 1}`, sample);
    const matrices = samples.map((each) => chooseMatrix(each, request));
    const own = matrices[sample];
    const all = matrices.map(({ values }) => values);
    // The same object while the values stay: the table of the rows is made anew only for other ones.
    const ownRanges = await this.#extremes.get([own.values], () => extremesOf(own, slices));
    const { scales, extremes } = ownRanges;
    const ranges = await this.#ranges.get(all, async () => joinRanges(await inTurn(matrices, async (matrix) => (matrix === own ? ownRanges : slices(valueExtremes(matrix))))));
    // What was made once stays in force: going back to what was shown before changes no table.
    const means = request.sampling === 'mean' || this.#means.holds([own.values]) ? await this.#means.get([own.values], () => slices(valueMeans(own))) : null;
    const matrix = await this.#matrix.get([own.values, own.reversed, extremes, means], async () => ({
      segments: own.segments, units: own.units, values: own.values, reversed: own.reversed, scales, extremes, means,
    }));
    const order = await this.#order.get([orderName, ...all], () => orderUnits(orderName, matrices, own, () => (this.#tasks ??= new TaskWorker()), signal));
    const quantiles = normalization === 'percentile' || normalization === 'rank' || this.#sorted.holds(all);
    const sorted = quantiles ? await this.#sorted.get(all, () => slices(sortUnits(matrices))) : null;
    const ranks = sorted && (await this.#ranks.get([sorted, ownRanges], async () => slices(rankTable(await slices(unitQuantiles(sorted)), scales, ownRanges))));
    const percentile = sorted && (await this.#clipped.get([sorted, clip], async () => clippedRanges(sorted, clip)));
    const rows = await this.#rows.get([order, ranges, ownRanges, percentile, ranks], async () => heatmapRows(order, scales, { all: ranges, sample: ownRanges, percentile, rank: ranks }));
    const rowOf = new Uint32Array(own.units);
    order.forEach((unit, row) => {
      rowOf[unit] = row;
    });
    return { samples, sample, matrices, matrix, order, rowOf, ranges, ownRanges, range: wholeRange(ranges), sorted, rows, ranks };
  }

  dispose(): void {
    this.#tasks?.dispose();
    this.#tasks = null;
  }
}

function checkNames({ order, normalization, sampling, palette }: HeatmapRequest): void {
  if (!ROW_ORDERS.includes(order)) throw unknownChoice('order', ROW_ORDERS.join(', '), order);
  if (!NORMALIZATIONS.includes(normalization)) throw unknownChoice('normalization', NORMALIZATIONS.join(', '), normalization);
  if (!SAMPLINGS.includes(sampling)) throw unknownChoice('sampling', SAMPLINGS.join(', '), sampling);
  if (!RAMP_NAMES.includes(palette)) throw new FvError({ code: 'invalid-option', expected: `a palette out of ${RAMP_NAMES.join(', ')}`, received: palette, fix: 'choose one of them' });
}

async function inTurn<Item, Result>(items: readonly Item[], make: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await make(item));
  return results;
}

function joinRanges(ranges: readonly UnitRanges[]): UnitRanges {
  if (ranges.length === 1) return ranges[0];
  const low = ranges[0].low.slice();
  const high = ranges[0].high.slice();
  for (const each of ranges.slice(1)) {
    for (let u = 0; u < low.length; u++) {
      // NaN gives way to any number.
      if (!(low[u] <= each.low[u]) && !Number.isNaN(each.low[u])) low[u] = each.low[u];
      if (!(high[u] >= each.high[u]) && !Number.isNaN(each.high[u])) high[u] = each.high[u];
    }
  }
  return { low, high };
}

function wholeRange({ low, high }: UnitRanges): readonly [number, number] {
  const least = low.reduce((min, value) => (value < min ? value : min), Infinity);
  const most = high.reduce((max, value) => (value > max ? value : max), -Infinity);
  return least <= most ? [least, most] : [Number.NaN, Number.NaN];
}

async function extremesOf(matrix: ResolvedMatrix, slices: <Result>(work: Stepwise<Result>) => Promise<Result>): Promise<Extremes> {
  const first = await slices(valueExtremes(matrix));
  const scales = codeScales(matrix, first);
  return { low: first.low, high: first.high, scales, extremes: await slices(codedExtremes(first, matrix.units, scales)) };
}

/** Units without any finite value have NaN for ends. */
function clippedRanges(sorted: SortedUnits, clip: number): UnitRanges {
  const share = Math.min(50, Math.max(0, clip)) / 100;
  const at = (place: number) => Float32Array.from(sorted.counts, (_, unit) => quantile(sortedUnit(sorted, unit), place));
  return { low: at(share), high: at(1 - share) };
}
