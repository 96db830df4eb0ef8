import type { RunSeries, Split, TrainingRun } from '../formats';
import { mainMetrics, LEARNING_RATE } from './curve-panels';
import { lessIsBetter } from './less-is-better';

/** How good a run was by one metric. */
export interface BestScore {
  /** What the best was chosen by: the development set, else the test set, else what there is. */
  split: Split;
  value: number;
  row: number;
  /** What the test set had in that row, where the choice was not made by it; null where it was not measured. */
  test: number | null;
}

/** A run in a table of runs. */
export interface RunSummary {
  name: string;
  rows: number;
  /** NaN where unknown. */
  lastEpoch: number;
  /** From the first row to the last; null where the times are not known. */
  durationMs: number | null;
  /** By metric; null where no value of it is finite. */
  best: Record<string, BestScore | null>;
  parameters: Readonly<Record<string, string>>;
}

/** Runs side by side. */
export interface RunComparison {
  metrics: string[];
  runs: RunSummary[];
  /** Names of parameters that are not the same in all runs, then of those that are, each in alphabetical order. */
  differing: string[];
  common: string[];
}

const CHOSEN_BY: readonly Split[] = ['dev', 'test', 'train-part', 'train-sample', 'train'];

/** Sums runs up, for a table. @param metrics Empty: the main ones. */
export function compareRuns(runs: readonly TrainingRun[], metrics: readonly string[] = []): RunComparison {
  const shown = (metrics.length > 0 ? metrics : mainMetrics(runs)).filter((metric) => metric !== LEARNING_RATE);
  const names = Array.from(new Set(runs.flatMap(({ parameters = {} }) => Object.keys(parameters)))).sort();
  const differs = (name: string) => new Set(runs.map(({ parameters = {} }) => parameters[name])).size > 1;
  return {
    metrics: shown,
    runs: runs.map((run) => ({
      name: run.name, rows: run.epoch.length, lastEpoch: run.epoch.at(-1) ?? NaN, durationMs: durationOf(run),
      best: Object.fromEntries(shown.map((metric) => [metric, bestOf(run, metric)])), parameters: run.parameters ?? {},
    })),
    differing: names.filter(differs), common: names.filter((name) => !differs(name)),
  };
}

function bestOf({ series }: TrainingRun, metric: string): BestScore | null {
  const seriesOf = (split: Split) => series.find((each) => each.metric === metric && each.split === split);
  for (const split of CHOSEN_BY) {
    const row = bestRow(seriesOf(split), lessIsBetter(metric));
    if (row < 0) continue;
    const test = split === 'test' ? NaN : (seriesOf('test')?.values[row] ?? NaN);
    return { split, value: seriesOf(split)!.values[row], row, test: Number.isNaN(test) ? null : test };
  }
  return null;
}

/** The first best of the finite values; −1 without one. */
function bestRow(series: RunSeries | undefined, less: boolean): number {
  let best = -1;
  series?.values.forEach((value, row) => {
    if (Number.isFinite(value) && (best < 0 || (less ? value < series.values[best] : value > series.values[best]))) best = row;
  });
  return best;
}

function durationOf({ timeMs }: TrainingRun): number | null {
  const known = timeMs.filter((time) => time !== null);
  return known.length < 2 ? null : known[known.length - 1] - known[0];
}
