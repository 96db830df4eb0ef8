import {
  differenceCorrelation, finishNow, nearestPlace, prepareCurve, smooth, SMOOTHED_CORRELATION, suggestLearningRates, type LearningRateAdvice, type LearningRateSuggestion, type LearningRateSweep, type PanelLine,
} from '../../engine';

/** What of a sweep is shown. */
export interface SweepRequest {
  skipFirst: number;
  skipLast: number;
  /** Weight kept from row to row; 0: none. */
  smoothing: number;
}

/** A suggestion at its place on the curve. */
export interface PlacedSuggestion extends LearningRateSuggestion {
  /** Loss at the row nearest to the suggested rate. */
  loss: number;
}

/** A sweep as the plot takes it. */
export interface SweepModel {
  rows: number;
  /** The loss that suggestions are drawn from: as written, or smoothed. [rows] */
  shown: Float64Array;
  advice: LearningRateAdvice;
  suggestions: PlacedSuggestion[];
  /** Rows between the trims. */
  kept: number;
  /** Row at which the loss is no number, between the trims; −1: none. */
  cutAt: number;
  /** Lag-1 correlation of the steps of the loss as written, between the trims. */
  correlation: number;
  alreadySmoothed: boolean;
  /** All rows, and above them those between the trims. */
  lines: { all: PanelLine; kept: PanelLine };
}

/** What a sweep says, row by row and by the four rules. */
export function sweepModel(sweep: LearningRateSweep, { skipFirst, skipLast, smoothing }: SweepRequest): SweepModel {
  const { loss, learningRate } = sweep;
  const rows = loss.length;
  const first = Math.max(0, Math.round(skipFirst));
  const last = Math.max(0, Math.round(skipLast));
  // A row is a step of the trainer: its rates rise by one factor.
  const shown = smoothing > 0 ? smooth(Array.from({ length: rows }, (_, row) => row), loss, -1 / Math.log(Math.min(MOST_SMOOTHING, smoothing))) : loss;
  const advice = suggestLearningRates({ ...sweep, loss: shown }, { skipFirst: first, skipLast: last });
  const end = Math.max(advice.first, rows - last);
  const correlation = differenceCorrelation(loss.subarray(advice.first, end));
  const all = line('all', sweep, shown, 0, rows, 'train');
  const suggestions = advice.suggestions.map((suggestion) => {
    const place = nearestPlace(all.curve.x, suggestion.learningRate);
    return { ...suggestion, loss: place < 0 ? NaN : all.curve.smoothed.y[place] };
  });
  return {
    rows, shown, advice, suggestions, kept: learningRate.subarray(advice.first, advice.last).filter((rate) => rate > 0).length, cutAt: advice.last < end ? advice.last : -1,
    correlation, alreadySmoothed: correlation > SMOOTHED_CORRELATION,
    lines: { all, kept: line('kept', sweep, shown, advice.first, advice.last, 'dev') },
  };
}

const MOST_SMOOTHING = 0.99;

/** The rows first … last that have a rate, in the order of their rates. */
function line(key: string, { learningRate, loss }: LearningRateSweep, shown: Float64Array, first: number, last: number, split: PanelLine['split']): PanelLine {
  const rows = Array.from({ length: last - first }, (_, i) => first + i).filter((row) => learningRate[row] > 0 && !Number.isNaN(loss[row]));
  rows.sort((a, b) => learningRate[a] - learningRate[b] || a - b);
  const curve = finishNow(prepareCurve({ x: Float64Array.from(rows, (row) => learningRate[row]), y: Float64Array.from(rows, (row) => loss[row]) }, 'LOSS', 0));
  const smoothed = shown === loss ? curve.raw : finishNow(prepareCurve({ x: curve.x, y: Float64Array.from(rows, (row) => shown[row]) }, 'LOSS', 0)).raw;
  return { key, run: '', rank: 0, split, band: null, curve: { ...curve, smoothed, figures: { ...curve.figures, bestAt: -1 } } };
}

/** The rate between the rows before and from `row` on, where a handle stands; ends of the sweep at its ends. */
export function rateBefore({ learningRate }: LearningRateSweep, row: number): number {
  let [before, from] = [row - 1, row];
  while (before >= 0 && !(learningRate[before] > 0)) before--;
  while (from < learningRate.length && !(learningRate[from] > 0)) from++;
  const [low, high] = [learningRate[before] ?? NaN, learningRate[from] ?? NaN];
  return Number.isNaN(low) ? high : Number.isNaN(high) ? low : Math.sqrt(low * high);
}

/** How many rows lie before a rate. */
export function rowsBefore({ learningRate }: LearningRateSweep, rate: number): number {
  const row = learningRate.findIndex((each) => each >= rate);
  return row < 0 ? learningRate.length : row;
}
