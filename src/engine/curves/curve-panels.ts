import type { RunSeries, Split, TrainingRun } from '../formats';
import type { Stepwise } from '../stepwise';
import { aggregateCurves, type BandKind } from './aggregate-curves';
import { lowerBound, upperBound } from './bounds';
import { diagnoseRun, type DoctorOptions, type Finding } from './diagnose-run';
import { measuring, type MeasuredPoints } from './measured-points';
import { MinMaxIndex, NONE } from './min-max-index';
import { CURVE_X, hasX, inOrder, prepareCurve, xOfRun, type CurveX, type PreparedCurve } from './prepare-curve';
import { smoothingTime, smoothStepwise } from './smooth';

/** What of some runs is to be shown. */
export interface CurveRequest {
  runs: readonly TrainingRun[];
  x: CurveX;
  /** Metrics in the order of their panels; empty: {@link mainMetrics}. */
  metrics: readonly string[];
  /** 0 … 0.99, see {@link smoothingTime}. */
  smoothing: number;
  /** `median`: all runs as one curve with a band. */
  aggregate: 'none' | 'median';
  band: BandKind;
  /** Thresholds of the run doctor; null: no findings. */
  doctor: Partial<DoctorOptions> | null;
}

/** One curve of a panel. */
export interface PanelLine {
  /** Names the line in every panel: {@link lineKey}. */
  key: string;
  /** Name of the run; empty for the median of all. */
  run: string;
  /** Place of the run, which gives the colour. */
  rank: number;
  split: Split;
  curve: PreparedCurve;
  /** Edges of the band of a median, as many values as the curve. */
  band: { low: Float64Array; high: Float64Array } | null;
}

/** A finding of the run doctor at its place on a curve. */
export interface PlacedFinding {
  finding: Finding;
  line: PanelLine;
  x: number;
  /** NaN where what was found is not a number. */
  y: number;
}

/** All curves of one metric. */
export interface CurvePanel {
  metric: string;
  lines: PanelLine[];
  findings: PlacedFinding[];
}

/** Everything that is shown of some runs. */
export interface CurvePanels {
  /** The x that is shown: the one asked for, or the first that a run knows. */
  x: CurveX;
  /** Those that at least one run knows. */
  knownX: CurveX[];
  /** Least and greatest x of all panels; null without a point. */
  extent: readonly [from: number, to: number] | null;
  panels: CurvePanel[];
  /** All that the runs have, the main ones first. */
  metrics: string[];
  /** Runs with no such x. */
  without: string[];
  /** Runs of so many rows that they were not judged. */
  unjudged: string[];
}

export const LEARNING_RATE = 'LEARNING_RATE';

/** Metrics that people look at first, in this order. */
const MAIN = ['LOSS', 'PERPLEXITY', 'F1', 'ACCURACY', 'MSE', 'SPEARMAN', 'PEARSON', 'SCORE'];

/** Panels where none of these is there. */
const FEW = 4;

/** Rows above which the run doctor, who looks at all of them at once, would hold a page up. */
const JUDGED_ROWS = 100_000;

const SPLITS: readonly Split[] = ['train', 'train-part', 'train-sample', 'dev', 'test'];

/** The name of a line in all panels. */
export function lineKey(run: string, split: Split): string {
  return `${run} / ${split}`;
}

/** All metrics of some runs, the main ones first; the learning rate last, where one is known. */
export function metricsOf(runs: readonly TrainingRun[]): string[] {
  const found = new Set(runs.flatMap(({ series }) => series.map(({ metric }) => metric)));
  const rate = runs.some(({ learningRate }) => learningRate.some((value) => value !== null));
  return [...MAIN.filter((metric) => found.has(metric)), ...Array.from(found).filter((metric) => !MAIN.includes(metric) && metric !== LEARNING_RATE), ...(rate ? [LEARNING_RATE] : [])];
}

/** The metrics that are shown unless others are asked for: the main ones, and a learning rate that changes. */
export function mainMetrics(runs: readonly TrainingRun[]): string[] {
  const all = metricsOf(runs);
  const main = all.filter((metric) => MAIN.includes(metric));
  const changes = runs.some(({ learningRate }) => {
    const first = learningRate.find((value) => value !== null);
    return learningRate.some((value) => value !== null && value !== first);
  });
  return [...(main.length > 0 ? main : all.filter((metric) => metric !== LEARNING_RATE).slice(0, FEW)), ...(changes ? [LEARNING_RATE] : [])];
}

/** Points of a series by kind of x: series are read, never changed. */
const measured = new WeakMap<RunSeries, Map<CurveX, MeasuredPoints>>();
const rates = new WeakMap<TrainingRun, RunSeries>();

function* pointsOf(run: TrainingRun, series: RunSeries, kind: CurveX): Stepwise<MeasuredPoints> {
  const known = measured.get(series) ?? new Map<CurveX, MeasuredPoints>();
  measured.set(series, known);
  const points = known.get(kind) ?? (yield* inOrder(yield* measuring(xOfRun(run, kind), series)));
  known.set(kind, points);
  return points;
}

function seriesOf(run: TrainingRun, metric: string): RunSeries[] {
  if (metric !== LEARNING_RATE) return run.series.filter((series) => series.metric === metric).sort((a, b) => SPLITS.indexOf(a.split) - SPLITS.indexOf(b.split));
  if (run.learningRate.every((rate) => rate === null)) return [];
  const series = rates.get(run) ?? { split: 'train', metric, values: Float64Array.from(run.learningRate, (rate) => rate ?? NaN) };
  rates.set(run, series);
  return [series];
}

/** A measured curve before it is smoothed. */
interface RawLine {
  run: TrainingRun;
  rank: number;
  split: Split;
  points: MeasuredPoints;
}

/** Turns runs into panels of curves that are ready to be drawn. */
export function* curvePanels({ runs, x: asked, metrics, smoothing, aggregate, band, doctor }: CurveRequest): Stepwise<CurvePanels> {
  const knownX = CURVE_X.filter((kind) => runs.some((run) => hasX(run, kind)));
  const x = knownX.includes(asked) ? asked : (knownX[0] ?? asked);
  const shown = metrics.length > 0 ? metrics : mainMetrics(runs);
  const raw: { metric: string; lines: RawLine[] }[] = [];
  for (const metric of shown) {
    const lines: RawLine[] = [];
    for (const [rank, run] of runs.entries()) {
      for (const series of seriesOf(run, metric)) {
        const points = yield* pointsOf(run, series, x);
        if (points.x.length > 0) lines.push({ run, rank, split: series.split, points });
      }
    }
    raw.push({ metric, lines });
  }
  const all = raw.flatMap(({ lines }) => lines.map(({ points }) => points.x));
  const extent = all.length === 0 ? null : ([Math.min(...all.map((values) => values[0])), Math.max(...all.map((values) => values[values.length - 1]))] as const);
  const time = extent ? smoothingTime(smoothing, extent[1] - extent[0]) : 0;
  const median = aggregate === 'median' && runs.length > 1;
  const judged = median || doctor === null ? [] : runs.filter(({ epoch }) => epoch.length <= JUDGED_ROWS);
  const findings = judged.flatMap((run) => diagnoseRun(run, doctor ?? {}).map((finding) => ({ run, finding })));
  const panels: CurvePanel[] = [];
  for (const { metric, lines } of raw) {
    // A learning rate is set, not measured: smoothing would tell what never was.
    const constant = metric === LEARNING_RATE ? 0 : time;
    const made: PanelLine[] = [];
    if (median) yield* medianLines(lines, metric, constant, band, made);
    else for (const { run, rank, split, points } of lines) made.push({ key: lineKey(run.name, split), run: run.name, rank, split, curve: yield* prepareCurve(points, metric, constant), band: null });
    const placed = findings.flatMap(({ run, finding }) => {
      const at = finding.metric === metric ? lines.findIndex((line) => line.run === run && (finding.split ?? 'train') === line.split) : -1;
      const place = at < 0 || median ? -1 : lines[at].points.rows.indexOf(finding.row);
      return place < 0 ? [] : [{ finding, line: made[at], x: made[at].curve.x[place], y: made[at].curve.smoothed.y[place] }];
    });
    panels.push({ metric, lines: made, findings: placed });
  }
  return {
    x, knownX, extent, panels, metrics: metricsOf(runs),
    without: runs.filter((run) => !hasX(run, x)).map(({ name }) => name),
    unjudged: median || doctor === null ? [] : runs.filter((run) => !judged.includes(run)).map(({ name }) => name),
  };
}

function* medianLines(lines: readonly RawLine[], metric: string, time: number, band: BandKind, into: PanelLine[]): Stepwise<void> {
  for (const split of SPLITS) {
    const points = lines.filter((line) => line.split === split).map((line) => line.points);
    if (points.length === 0) continue;
    const { x, y, low, high } = yield* aggregateCurves(points, band);
    const edge = function* (values: Float64Array) {
      return time > 0 ? yield* smoothStepwise(x, values, time) : values;
    };
    const curve = yield* prepareCurve({ x, y }, metric, time);
    into.push({ key: lineKey('', split), run: '', rank: 0, split, curve, band: { low: yield* edge(low), high: yield* edge(high) } });
  }
}

/** Least and greatest value that lines show between two x; null where there is none. On a logarithmic axis only what is above 0 counts. */
export function valueExtent(lines: readonly PanelLine[], from: number, to: number, positive: boolean): readonly [low: number, high: number] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const { curve, band } of lines) {
    const ends = [lowerBound(curve.x, from), upperBound(curve.x, to)] as const;
    for (const index of new Set([curve.raw, curve.smoothed, ...(band ? [bandIndex(band.low), bandIndex(band.high)] : [])])) {
      const { min, max } = index.extremes(...ends);
      if (max === NONE) continue;
      high = Math.max(high, index.y[max]);
      if (!positive || index.y[min] > 0) low = Math.min(low, index.y[min]);
      else for (let i = ends[0]; i < ends[1]; i++) if (index.y[i] > 0 && index.y[i] < low) low = index.y[i];
    }
  }
  if (positive && !(high > 0)) return null;
  return low <= high ? [low, high] : null;
}

const bandIndices = new WeakMap<Float64Array, MinMaxIndex>();

function bandIndex(values: Float64Array): MinMaxIndex {
  const index = bandIndices.get(values) ?? MinMaxIndex.of(values);
  bandIndices.set(values, index);
  return index;
}

