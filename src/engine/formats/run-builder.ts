import type { RunSeries, Split, TrainingRun } from './training-run';

/** One row of a run while it is read. */
export interface RunRow {
  epoch: number;
  step?: number | null;
  timeMs?: number | null;
  /** One per parameter group. */
  learningRates?: (number | null)[];
  badEpochs?: number | null;
}

interface StoredRow extends RunRow {
  /** By number of the series; `undefined` where unmeasured. */
  values: (number | undefined)[];
}

/** Gathers the rows of one run and turns them into columns. */
export class RunBuilder {
  readonly parameters: Record<string, string> = {};
  readonly #rows: StoredRow[] = [];
  readonly #series: { split: Split; metric: string }[] = [];
  readonly #numbers = new Map<string, number>();

  get length(): number {
    return this.#rows.length;
  }

  get last(): RunRow | undefined {
    return this.#rows.at(-1);
  }

  /** The number of a series, made where it is new. */
  seriesOf(split: Split, metric: string): number {
    const key = `${split} ${metric}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#series.length);
    return this.#series.push({ split, metric }) - 1;
  }

  addRow(row: RunRow): void {
    this.#rows.push({ ...row, values: [] });
  }

  /** A value of the last row; NaN is a value that was measured. */
  setValue(split: Split, metric: string, value: number): void {
    const row = this.#rows[this.#rows.length - 1];
    row.values[this.seriesOf(split, metric)] = value;
  }

  /** Whether the last row has such a value. */
  hasValue(split: Split, metric: string): boolean {
    return this.#rows.at(-1)?.values[this.seriesOf(split, metric)] !== undefined;
  }

  /** Remembers rows and series; calling the result forgets what came after, values set in the last row included. */
  checkpoint(): () => void {
    const [rows, series, last] = [this.#rows.length, this.#series.length, this.#rows.at(-1)];
    const copy = last && { ...last, values: [...last.values] };
    const parameters = { ...this.parameters };
    return () => {
      this.#rows.length = rows;
      if (last !== undefined && copy !== undefined) Object.assign(last, copy);
      for (const { split, metric } of this.#series.splice(series)) this.#numbers.delete(`${split} ${metric}`);
      for (const name of Object.keys(this.parameters)) if (!(name in parameters)) delete this.parameters[name];
      Object.assign(this.parameters, parameters);
    };
  }

  build(name: string): TrainingRun {
    const rows = this.#rows;
    const groups = rows.reduce((most, { learningRates = [] }) => Math.max(most, learningRates.length), 0);
    const rates = (group: number) => rows.map(({ learningRates }) => learningRates?.[group] ?? null);
    return {
      name,
      epoch: rows.map(({ epoch }) => epoch),
      step: rows.map(({ step = null }) => step),
      timeMs: rows.map(({ timeMs = null }) => timeMs),
      learningRate: rates(0),
      ...(groups > 1 && { learningRateGroups: Array.from({ length: groups }, (_, group) => rates(group)) }),
      ...(rows.some(({ badEpochs }) => badEpochs != null) && { badEpochs: rows.map(({ badEpochs = null }) => badEpochs) }),
      series: this.#series.map((series, s) => this.#column(series, s)),
      ...(Object.keys(this.parameters).length > 0 && { parameters: { ...this.parameters } }),
    };
  }

  #column({ split, metric }: { split: Split; metric: string }, s: number): RunSeries {
    const values = Float64Array.from(this.#rows, (row) => row.values[s] ?? NaN);
    const nanRows = this.#rows.flatMap((row, i) => (Number.isNaN(row.values[s]) ? [i] : []));
    return { split, metric, values, ...(nanRows.length > 0 && { nanRows }) };
  }
}

/** Names of the runs in one file: `name`, `name (2)` … */
export function runName(name: string, index: number): string {
  return index === 0 ? name : `${name} (${index + 1})`;
}
