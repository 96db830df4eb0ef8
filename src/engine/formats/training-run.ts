/** Which part of the corpus a value was measured on; `train-part` and `train-sample` are held-out slices of the training set. */
export type Split = 'train' | 'dev' | 'test' | 'train-part' | 'train-sample';

/** One curve of a run. */
export interface RunSeries {
  split: Split;
  /** In capitals: `LOSS`, `F1`, `PRECISION`, `RECALL`, `ACCURACY` …; see {@link metricName}. */
  metric: string;
  /** One value per row, NaN where unmeasured. */
  values: Float64Array;
  /** Rows whose value was measured and is not a number; absent where there are none. */
  nanRows?: number[];
}

/** What one training wrote down, whatever the trainer: one row per epoch (Flair, Keras) or per step that was logged (Hugging Face). */
export interface TrainingRun {
  name: string;
  /** As counted by the trainer: from 0, 1 or wherever it was taken up again; a fraction where an epoch was under way. NaN where unknown. */
  epoch: number[];
  /** Batches or optimizer steps since the beginning, or null. */
  step: (number | null)[];
  /** Ascending within a run. From a date: Unix time, a time without zone read as UTC. From a bare clock: since midnight of the first row's day. */
  timeMs: (number | null)[];
  /** That of the first parameter group. */
  learningRate: (number | null)[];
  /** All groups', [group][row], where there are several. */
  learningRateGroups?: (number | null)[][];
  /** Epochs without improvement, where the trainer counts them. */
  badEpochs?: (number | null)[];
  series: RunSeries[];
  /** What the file says about the run as a whole: batch size, model, best score … */
  parameters?: Record<string, string>;
}

const ALIASES: Record<string, string> = {
  F_SCORE: 'F1', FSCORE: 'F1', F1_SCORE: 'F1', 'F': 'F1', FB1: 'F1', ACC: 'ACCURACY', P: 'PRECISION', R: 'RECALL',
  MEAN_SQUARED_ERROR: 'MSE', MEAN_ABSOLUTE_ERROR: 'MAE', SPEARMANR: 'SPEARMAN', PEARSONR: 'PEARSON', PPL: 'PERPLEXITY',
};

/** One name for a metric that trainers and releases spell differently: `F-SCORE`, `f1-score` and `F_SCORE` are `F1`. */
export function metricName(written: string): string {
  const name = written.trim().toUpperCase().replaceAll(/[\s-]+/g, '_');
  return Object.hasOwn(ALIASES, name) ? ALIASES[name] : name;
}

const SPLITS: [prefix: RegExp, split: Split][] = [
  [/^TRAIN[_-]PART[_-]/, 'train-part'],
  [/^TRAIN[_-]SPLIT[_-]/, 'train-part'],
  [/^TRAIN[_-]SAMPLE[_-]/, 'train-sample'],
  [/^TRAIN(?:ING)?[_-]/, 'train'],
  [/^(?:DEV|VAL|VALID|VALIDATION|EVAL)[_-]/, 'dev'],
  [/^(?:TEST|PREDICT)[_-]/, 'test'],
];

/** Split and metric of a column called `DEV_F1`, `val_loss`, `eval-accuracy`; null where the name begins with no split. */
export function splitMetric(column: string): { split: Split; metric: string } | null {
  const upper = column.trim().toUpperCase();
  for (const [prefix, split] of SPLITS) if (prefix.test(upper)) return { split, metric: metricName(upper.replace(prefix, '')) };
  return null;
}
