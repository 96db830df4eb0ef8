import type { LearningRateSweep } from '../formats';

export type SuggestionName = 'valley' | 'steep' | 'minimum' | 'slide';

export interface LearningRateSuggestion {
  name: SuggestionName;
  learningRate: number;
  /** Row of the sweep at which the rule looks: that of the rate, or of the minimum a tenth of which is suggested. */
  row: number;
}

/** What a sweep says about the learning rate. */
export interface LearningRateAdvice {
  suggestions: LearningRateSuggestion[];
  /** Geometric mean of the suggestions; null where there are none. */
  consensus: number | null;
  /** Greatest divided by least suggestion: 1 where all agree. */
  spread: number;
  /** Rows left after trimming, [first, last), as far as the loss is a number. */
  first: number;
  last: number;
  /** Whether so few rows are left (15 or fewer) that the suggestions mean little, and `slide` none. */
  tooFew: boolean;
}

export interface SuggestOptions {
  /** Rows left out at the beginning, as by Flair's Plotter; default 10. */
  skipFirst?: number;
  /** Rows left out at the end; default 5. */
  skipLast?: number;
}

const FEW_ROWS = 15;

/** Rows between the two slopes that `slide` compares, and how much they must differ. */
const SLIDE_ROWS = 15;
const SLIDE_DIFFERENCE = 0.005;

/**
 * The four suggestions of fastai's learning-rate finder (Smith 2017; fastai `callback/schedule.py`), and where they meet.
 * The loss of Flair's sweep is smoothed already and is taken as it is. Rows after the first loss that is no number are
 * left out, rows without a rate as well.
 */
export function suggestLearningRates({ learningRate, loss }: LearningRateSweep, { skipFirst = 10, skipLast = 5 }: SuggestOptions = {}): LearningRateAdvice {
  const first = Math.min(skipFirst, loss.length);
  const trimmed = Math.max(first, loss.length - skipLast);
  const bad = loss.subarray(first, trimmed).findIndex((value) => !Number.isFinite(value));
  const last = bad < 0 ? trimmed : first + bad;
  const rows = Array.from({ length: last - first }, (_, i) => first + i).filter((row) => learningRate[row] > 0);
  const rates = rows.map((row) => learningRate[row]);
  const losses = rows.map((row) => loss[row]);
  const rules: [name: SuggestionName, at: number, factor: number][] = [['valley', valley(losses), 1], ['steep', steep(rates, losses), 1], ['minimum', losses.indexOf(Math.min(...losses)), 0.1], ['slide', slide(losses), 1]];
  const suggestions = rules.filter(([, at]) => at >= 0).map(([name, at, factor]) => ({ name, learningRate: rates[at] * factor, row: rows[at] }));
  const suggested = suggestions.map((suggestion) => suggestion.learningRate);
  return {
    suggestions,
    consensus: suggested.length === 0 ? null : Math.exp(suggested.reduce((sum, rate) => sum + Math.log(rate), 0) / suggested.length),
    spread: suggested.length === 0 ? 1 : Math.max(...suggested) / Math.min(...suggested),
    first,
    last,
    tooFew: rows.length <= FEW_ROWS,
  };
}

/** Half-way along the longest falling sequence of losses, gaps allowed; −1 where there are none. */
function valley(losses: number[]): number {
  if (losses.length === 0) return -1;
  const lengths = losses.map(() => 1);
  let [start, end] = [0, 0];
  for (let i = 1; i < losses.length; i++) {
    for (let j = 0; j < i; j++) if (losses[i] < losses[j]) lengths[i] = Math.max(lengths[i], lengths[j] + 1);
    if (lengths[i] > lengths[end]) {
      end = i;
      start = end - lengths[end];
    }
  }
  const third = (end - start) / 3;
  return Math.max(0, start + Math.floor(third) + Math.floor(third / 2));
}

/** Where the loss falls fastest over ln of the rate. */
function steep(rates: number[], losses: number[]): number {
  const slopes = losses.slice(1).map((loss, i) => (loss - losses[i]) / (Math.log(rates[i + 1]) - Math.log(rates[i]))).map((slope) => (Number.isNaN(slope) ? Infinity : slope));
  return slopes.length === 0 ? -1 : slopes.indexOf(Math.min(...slopes));
}

/** A window of 15 rows slides from the end to the left while the slopes at its ends differ; its left end where it stops. */
function slide(losses: number[]): number {
  const n = losses.length;
  if (n <= SLIDE_ROWS) return -1;
  const slope = (i: number) => (i === 0 ? losses[1] - losses[0] : i === n - 1 ? losses[i] - losses[i - 1] : (losses[i + 1] - losses[i - 1]) / 2);
  let found = n - 1 - SLIDE_ROWS;
  for (let left = found; left >= 0 && Math.abs(slope(left + SLIDE_ROWS) - slope(left)) > SLIDE_DIFFERENCE; left--) found = left;
  return found;
}
