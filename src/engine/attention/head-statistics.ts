import { STEP, type Stepwise } from '../stepwise';
import { headValues, type Head, type ResolvedAttention } from './attention-data';

/** What a head does, on average over its rows; each row by its own sum, rows without any left out. NaN where it cannot be told. */
export interface HeadStatistics {
  /** Shannon's entropy of a row, bits: 0 attends to one token, log2(to) to all alike. NaN where a value is negative. */
  entropy: number;
  /** Tokens between the one that attends and the one attended to; NaN for two lists of tokens. */
  distance: number;
  /** Shares of the first token, of separators, of the token itself and of the one before it, 0 … 1; the last two NaN for two lists of tokens. */
  first: number;
  separator: number;
  self: number;
  previous: number;
  /** Rows that have values and do not sum to one, within {@link SUM_TOLERANCE}. */
  offRows: number;
  /** Rows without any value, and values that are NaN. */
  maskedRows: number;
  masked: number;
  /** The largest value, NaN where there is none. */
  max: number;
}

/** Rows in half precision sum to one within this. */
export const SUM_TOLERANCE = 0.01;

/** What heads are sorted by. */
export const HEAD_ORDERS = ['position', 'entropy', 'distance', 'first', 'separator', 'self', 'previous'] as const;
export type HeadOrder = (typeof HEAD_ORDERS)[number];

/** Reads one head once. */
export function* headStatistics(attention: ResolvedAttention, head: Head): Stepwise<HeadStatistics> {
  const { from, to, same, separators } = attention;
  const values = headValues(attention, head);
  let [entropy, distance, first, separator, self, previous] = [0, 0, 0, 0, 0, 0];
  let [rows, previousRows, offRows, maskedRows, masked] = [0, 0, 0, 0, 0];
  let max = Number.NaN;
  let negative = false;
  let seen = 0;
  for (let i = 0; i < from; i++) {
    const at = i * to;
    let sum = 0;
    let logs = 0;
    let distances = 0;
    let separated = 0;
    let finite = 0;
    for (let j = 0; j < to; j++) {
      const value = values[at + j];
      if (value - value !== 0) {
        masked++;
        continue;
      }
      finite++;
      sum += value;
      if (value > 0) {
        logs += value * Math.log2(value);
        distances += value * Math.abs(i - j);
        separated += separators[j] * value;
        if (!(value <= max)) max = value;
      } else if (value < 0) negative = true;
      else if (!(0 <= max)) max = 0;
    }
    if (finite === 0) maskedRows++;
    else if (Math.abs(sum - 1) > SUM_TOLERANCE) offRows++;
    if (sum > 0) {
      rows++;
      // −Σ (v/s) log2(v/s) = log2 s − Σ v log2 v / s
      entropy += Math.log2(sum) - logs / sum;
      distance += distances / sum;
      first += (values[at] || 0) / sum;
      separator += separated / sum;
      if (same) self += (values[at + i] || 0) / sum;
      if (same && i > 0) {
        previous += (values[at + i - 1] || 0) / sum;
        previousRows++;
      }
    }
    seen += to;
    if (seen >= STEP) {
      yield;
      seen = 0;
    }
  }
  return {
    entropy: negative ? Number.NaN : entropy / rows, distance: same ? distance / rows : Number.NaN, first: first / rows, separator: separator / rows,
    self: same ? self / rows : Number.NaN, previous: same ? previous / previousRows : Number.NaN, offRows, maskedRows, masked, max,
  };
}

/**
 * Numbers of the heads, layer by layer, sorted: by place in the model, or by a figure, the largest first, for entropy and distance the
 * smallest: what attends most sharply, nearest, or most to one kind of token is what one looks for. NaN last.
 */
export function orderHeads(statistics: readonly HeadStatistics[], order: HeadOrder): number[] {
  const heads = statistics.map((_, i) => i);
  if (order === 'position') return heads;
  const sign = order === 'entropy' || order === 'distance' ? 1 : -1;
  return heads.sort((a, b) => {
    const [left, right] = [statistics[a][order], statistics[b][order]];
    if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || a - b;
    return sign * (left - right) || a - b;
  });
}
