import { FvError } from '../errors';
import { splitMetric, metricName, type RunSeries, type TrainingRun } from '../formats';

/** A row as a trainer has it in hand at the end of an epoch or a step. */
export interface AppendedRow {
  /** The run that goes on; default: the last one, or a new one called `run`. A name that is new begins a run. */
  run?: string;
  /** Default: unknown. */
  epoch?: number;
  step?: number;
  /** Unix time, ms. */
  timeMs?: number;
  learningRate?: number;
  /** By column, as trainers call them: `TRAIN_LOSS`, `dev_f1`, `val_accuracy`; a name without a split is of the training. */
  values: Readonly<Record<string, number>>;
}

/**
 * Runs with more rows at their ends. Those that were given stay as they are; runs without a new row are the same objects.
 * @throws FvError `invalid-data` for what is no row.
 */
export function appendRows(runs: readonly TrainingRun[], rows: readonly AppendedRow[]): TrainingRun[] {
  rows.forEach(checkRow);
  const result = [...runs];
  const byRun = new Map<string, AppendedRow[]>();
  for (const row of rows) {
    const name = row.run ?? result.at(-1)?.name ?? 'run';
    if (!result.some((run) => run.name === name)) result.push({ name, epoch: [], step: [], timeMs: [], learningRate: [], series: [] });
    byRun.set(name, [...(byRun.get(name) ?? []), row]);
  }
  return result.map((run) => {
    const added = byRun.get(run.name);
    // Of equal names the first goes on.
    byRun.delete(run.name);
    return added ? continued(run, added) : run;
  });
}

function continued(run: TrainingRun, rows: readonly AppendedRow[]): TrainingRun {
  const before = run.epoch.length;
  const columns = new Map<string, RunSeries>();
  const keyOf = ({ split, metric }: Pick<RunSeries, 'split' | 'metric'>) => `${split} ${metric}`;
  for (const series of run.series) {
    const values = new Float64Array(before + rows.length).fill(NaN, before);
    values.set(series.values.subarray(0, before));
    columns.set(keyOf(series), { ...series, values, ...(series.nanRows && { nanRows: [...series.nanRows] }) });
  }
  rows.forEach(({ values }, i) => {
    for (const [column, value] of Object.entries(values)) {
      const named = splitMetric(column) ?? { split: 'train' as const, metric: metricName(column) };
      const series = columns.get(keyOf(named)) ?? { ...named, values: new Float64Array(before + rows.length).fill(NaN) };
      columns.set(keyOf(named), series);
      series.values[before + i] = value;
      if (Number.isNaN(value)) (series.nanRows ??= []).push(before + i);
    }
  });
  // A column may be shorter than the rows, where it was never known.
  const grown = (list: readonly (number | null)[], pick: (row: AppendedRow) => number | undefined) => [...list, ...Array<null>(Math.max(0, before - list.length)).fill(null), ...rows.map((row) => pick(row) ?? null)];
  return {
    ...run,
    epoch: [...run.epoch, ...rows.map(({ epoch = NaN }) => epoch)],
    step: grown(run.step, ({ step }) => step),
    timeMs: grown(run.timeMs, ({ timeMs }) => timeMs),
    learningRate: grown(run.learningRate, ({ learningRate }) => learningRate),
    series: [...columns.values()],
  };
}

function checkRow(row: unknown, at: number): void {
  const fail = (expected: string, received: string) => new FvError({ code: 'invalid-data', expected: `${expected} in row ${at}`, received, fix: 'pass { epoch, step, values: { TRAIN_LOSS: 0.5, DEV_F1: 0.8 } }' });
  if (typeof row !== 'object' || row === null) throw fail('an object', row === null ? 'null' : typeof row);
  const { values, ...rest } = row as AppendedRow;
  if (typeof values !== 'object' || values === null) throw fail('values by column', values === null ? 'null' : typeof values);
  for (const [name, value] of Object.entries(values) as [string, unknown][]) if (typeof value !== 'number') throw fail(`a number as ${JSON.stringify(name)}`, JSON.stringify(value) ?? typeof value);
  for (const name of ['epoch', 'step', 'timeMs', 'learningRate'] as const) if (rest[name] !== undefined && typeof rest[name] !== 'number') throw fail(`a number as ${name}`, typeof rest[name]);
  if (rest.run !== undefined && typeof rest.run !== 'string') throw fail('a text as run', typeof rest.run);
}
