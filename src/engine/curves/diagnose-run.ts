import type { RunSeries, Split, TrainingRun } from '../formats';
import { lessIsBetter } from './less-is-better';
import { measuredPoints } from './measured-points';
import { smooth } from './smooth';

/** What the run doctor looks for. */
export type DoctorRule = 'overfitting' | 'underfitting' | 'plateau' | 'divergence' | 'not-a-number' | 'learning-rate-drop' | 'dev-test-gap';

/** Every threshold of the rules; shares are of 1. */
export interface DoctorOptions {
  /** Rows over which curves are smoothed before they are judged (time constant); default 1. */
  smoothingRows: number;
  /** `overfitting`: share by which the training loss must have fallen since the best development value; default 0.05. */
  trainFall: number;
  /** `overfitting`: share by which the development value must have got worse since its best; default 0.02. */
  devRise: number;
  /** `overfitting`: rows that must have passed since then; default 3. */
  overfittingRows: number;
  /** `underfitting`: share of the last rows that are looked at; default 0.2, at least 3 rows. */
  lastShare: number;
  /** `underfitting`: share by which training and development loss must still fall over these rows; default 0.05. */
  stillFalling: number;
  /** `plateau`: rows without progress at the end; default 5. */
  plateauRows: number;
  /** `plateau`: progress over these rows that counts as none, as share of the whole fall of the curve; default 0.01. */
  plateauShare: number;
  /** `divergence`: factor above its best value so far at which a training loss has got out of hand; default 3. */
  divergenceFactor: number;
  /** `learning-rate-drop`: a rate at or below this share of the one before; default 0.75. */
  dropShare: number;
  /** `dev-test-gap`: difference of a score between development and test set; default 0.05. */
  scoreGap: number;
  /** `dev-test-gap`: difference of the loss, as share of the lower one; default 0.2. */
  lossGap: number;
}

/** One finding: where, by which rule, with which numbers; never a bare verdict. */
export interface Finding {
  rule: DoctorRule;
  /** The curve it is marked on; null for the learning rate. */
  split: Split | null;
  metric: string;
  /** Row of the run that is marked, and the rows that the finding is drawn from, the last included. */
  row: number;
  from: number;
  to: number;
  /** What was measured, by names that say what. */
  numbers: Record<string, number>;
  /** The thresholds that were met. */
  thresholds: Partial<DoctorOptions>;
}

export const DOCTOR_DEFAULTS: Readonly<DoctorOptions> = {
  smoothingRows: 1, trainFall: 0.05, devRise: 0.02, overfittingRows: 3, lastShare: 0.2, stillFalling: 0.05, plateauRows: 5, plateauShare: 0.01,
  divergenceFactor: 3, dropShare: 0.75, scoreGap: 0.05, lossGap: 0.2,
};

/** Fewest rows at the end of a run that say anything about where it goes. */
const FEWEST_LAST_ROWS = 3;

/** Scores between 0 and 1 that development and test sets share. */
const SCORES = /^(?:F1|PRECISION|RECALL|ACCURACY|SPEARMAN|PEARSON|SCORE)\b/;

/** A curve as the rules see it: measured and finite rows only, smoothed. */
interface Judged {
  series: RunSeries;
  rows: Uint32Array;
  raw: Float64Array;
  values: Float64Array;
}

/**
 * Judges a run by its curves. Values that were not measured play no part; a curve of fewer than two values is not judged
 * by the rules that need a course. Findings come in the order of the rules, those of one rule in that of their rows.
 */
export function diagnoseRun(run: TrainingRun, options: Partial<DoctorOptions> = {}): Finding[] {
  const limits: DoctorOptions = { ...DOCTOR_DEFAULTS, ...options };
  const judged = run.series.map((series) => judge(series, limits.smoothingRows));
  const find = (split: Split, metric: string) => judged.find(({ series, rows }) => series.split === split && series.metric === metric && rows.length > 1);
  const train = find('train', 'LOSS');
  return [
    ...judged.filter(({ series }) => series.split === 'dev').flatMap((dev) => overfitting(train, dev, limits)),
    ...underfitting(train, find('dev', 'LOSS'), limits),
    ...[train, find('dev', 'LOSS')].flatMap((curve) => plateau(curve, limits)),
    ...divergence(train, limits),
    ...run.series.flatMap(notNumbers),
    ...rateDrops(run.learningRate, limits),
    ...judged.filter(({ series }) => series.split === 'dev').flatMap((dev) => devTestGap(dev, judged, limits)),
  ];
}

function judge(series: RunSeries, smoothingRows: number): Judged {
  const { y, rows } = measuredPoints(Array.from(series.values.keys()), series);
  const finite = rows.filter((_, i) => Number.isFinite(y[i]));
  const raw = Float64Array.from(finite, (row) => series.values[row]);
  return { series, rows: finite, raw, values: smooth(Array.from(raw.keys()), raw, smoothingRows) };
}

const found = (rule: DoctorRule, { split, metric }: RunSeries, row: number, from: number, to: number, numbers: Finding['numbers'], thresholds: Finding['thresholds']): Finding =>
  ({ rule, split, metric, row, from, to, numbers, thresholds });

/** Where the smoothed values are best: least, or greatest where more is better. */
function bestOf({ series, values }: Judged): number {
  const sign = lessIsBetter(series.metric) ? 1 : -1;
  return values.reduce((best, value, i) => (sign * value < sign * values[best] ? i : best), 0);
}

/** The last place of a curve whose row is not behind `row`; −1 where all are. */
function placeAt({ rows }: Judged, row: number): number {
  return rows.findLastIndex((at) => at <= row);
}

/** The training loss falls on while the development curve has been getting worse since its best. */
function overfitting(train: Judged | undefined, dev: Judged, { trainFall, devRise, overfittingRows }: DoctorOptions): Finding[] {
  if (train === undefined || dev.rows.length < 2) return [];
  const best = bestOf(dev);
  const end = dev.rows.length - 1;
  const sign = lessIsBetter(dev.series.metric) ? 1 : -1;
  const [atBest, atEnd] = [placeAt(train, dev.rows[best]), placeAt(train, dev.rows[end])];
  if (atBest < 0 || end - best < overfittingRows) return [];
  const worse = (sign * (dev.values[end] - dev.values[best])) / Math.abs(dev.values[best]);
  const fall = (train.values[atBest] - train.values[atEnd]) / Math.abs(train.values[atBest]);
  if (!(worse >= devRise && fall >= trainFall)) return [];
  return [found('overfitting', dev.series, dev.rows[best], dev.rows[best], dev.rows[end],
    { bestDev: dev.values[best], lastDev: dev.values[end], devRise: worse, trainAtBest: train.values[atBest], lastTrain: train.values[atEnd], trainFall: fall, rows: end - best }, { trainFall, devRise, overfittingRows })];
}

/** Training and development loss both still fall at the end: the training stopped too early. */
function underfitting(train: Judged | undefined, dev: Judged | undefined, { lastShare, stillFalling }: DoctorOptions): Finding[] {
  if (train === undefined) return [];
  const falls = [train, dev].filter((curve) => curve !== undefined).map((curve) => {
    const end = curve.values.length - 1;
    const from = Math.max(0, end - Math.max(FEWEST_LAST_ROWS, Math.ceil(lastShare * curve.values.length)));
    return { curve, from, end, fall: end < FEWEST_LAST_ROWS ? -Infinity : (curve.values[from] - curve.values[end]) / Math.abs(curve.values[from]) };
  });
  if (!falls.every(({ fall }) => fall >= stillFalling)) return [];
  const [{ curve, from, end, fall }, development] = falls;
  return [found('underfitting', curve.series, curve.rows[end], curve.rows[from], curve.rows[end], { trainFall: fall, ...(development && { devFall: development.fall }), rows: end - from }, { lastShare, stillFalling })];
}

/** The last rows hardly lower what the curve has fallen in all. */
function plateau(curve: Judged | undefined, { plateauRows, plateauShare }: DoctorOptions): Finding[] {
  if (curve === undefined || curve.values.length <= plateauRows) return [];
  const { values, rows, series } = curve;
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  const fall = values[0] - least;
  const end = values.length - 1;
  // As long as it has lasted: back from the end while the curve stays within the band.
  let from = end;
  while (from > 0 && Math.abs(values[from - 1] - values[end]) <= plateauShare * fall) from--;
  if (!(fall > 0) || end - from < plateauRows) return [];
  return [found('plateau', series, rows[from], rows[from], rows[end], { change: Math.abs(values[from] - values[end]) / fall, rows: end - from, value: values[end] }, { plateauRows, plateauShare })];
}

/** The raw loss leaves its best value far behind, and has not come back by the end. */
function divergence(curve: Judged | undefined, { divergenceFactor }: DoctorOptions): Finding[] {
  if (curve === undefined) return [];
  const { raw, rows, series } = curve;
  let best = Infinity;
  let onset = -1;
  let bestBefore = Infinity;
  for (const [i, value] of raw.entries()) {
    if (value > divergenceFactor * best && best > 0) {
      if (onset < 0) [onset, bestBefore] = [i, best];
    } else onset = -1;
    best = Math.min(best, value);
  }
  const end = raw.length - 1;
  return onset < 0 ? [] : [found('divergence', series, rows[onset], rows[onset], rows[end], { best: bestBefore, value: raw[onset], last: raw[end], factor: raw[onset] / bestBefore }, { divergenceFactor })];
}

function notNumbers(series: RunSeries): Finding[] {
  const nan = series.nanRows ?? [];
  const infinite = Array.from(series.values.keys()).filter((row) => Math.abs(series.values[row]) === Infinity);
  const rows = [...nan, ...infinite].sort((a, b) => a - b);
  if (rows.length === 0) return [];
  return [found('not-a-number', series, rows[0], rows[0], rows[rows.length - 1], { nan: nan.length, infinite: infinite.length, of: series.values.length }, {})];
}

/** Rates of 0 are rounded ones: what they really were is unknown. */
function rateDrops(rates: (number | null)[], { dropShare }: DoctorOptions): Finding[] {
  const known = rates.flatMap((rate, row) => (rate !== null && rate > 0 ? [{ rate, row }] : []));
  return known.flatMap(({ rate, row }, i) => {
    const before = known[i - 1];
    if (before === undefined || rate > dropShare * before.rate) return [];
    return [{ rule: 'learning-rate-drop' as const, split: null, metric: 'LEARNING_RATE', row, from: before.row, to: row, numbers: { before: before.rate, after: rate, share: rate / before.rate }, thresholds: { dropShare } }];
  });
}

/** Development and test set disagree at the epoch that the development set says is best. */
function devTestGap(dev: Judged, judged: Judged[], { scoreGap, lossGap }: DoctorOptions): Finding[] {
  const { metric } = dev.series;
  const test = judged.find(({ series }) => series.split === 'test' && series.metric === metric);
  const isLoss = metric === 'LOSS';
  if (test === undefined || dev.rows.length === 0 || (!isLoss && !SCORES.test(metric))) return [];
  const sign = isLoss ? 1 : -1;
  const best = dev.raw.reduce((at, value, i) => (sign * value < sign * dev.raw[at] ? i : at), 0);
  const row = dev.rows[best];
  const place = test.rows.indexOf(row);
  if (place < 0) return [];
  const [onDev, onTest] = [dev.raw[best], test.raw[place]];
  const gap = Math.abs(onDev - onTest) / (isLoss ? Math.min(Math.abs(onDev), Math.abs(onTest)) : 1);
  return gap >= (isLoss ? lossGap : scoreGap) ? [found('dev-test-gap', test.series, row, row, row, { dev: onDev, test: onTest, gap }, isLoss ? { lossGap } : { scoreGap })] : [];
}
