import { codeOf, valueOf, type CodeScales } from '../value-codes';
import type { Stepwise } from '../stepwise';
import type { ValueExtremes } from './value-pyramid';
import { QUANTILE_STEPS, quantilePlace } from './unit-quantiles';

/** Where codes stand among the values of their unit, so that a rank is read and not searched for. */
export interface RankTable {
  /** Equal parts of a unit's codes. */
  cells: number;
  /** Row-major [units, cells]: the rank at the beginning of a cell, and above it (16 bits to the left) at its end, in 65,535ths. */
  words: Uint32Array;
  /** Per unit, its lowest code, and cells per code. */
  first: Float32Array;
  perCode: Float32Array;
  /** Per unit, the rank of zero, 0 … 1. */
  zero: Float32Array;
}

/** Cells of all units together, at most: 16 MB. */
const MOST_WORDS = 4_194_304;
const MOST_CELLS = 1024;
const FEWEST_CELLS = 32;

/** Equal quantiles from which on a cell is theirs. */
const TIES = 2;

const WHOLE = 65_535;

/**
 * Ranks of all codes between the ends of a matrix's units. Between two quantiles they grow evenly; equal values have their common rank, the middle
 * of theirs, and so has the cell that they lie in.
 *
 * @param knots As of {@link unitQuantiles}.
 * @param scales, ends Of the matrix that is shown.
 */
export function* rankTable(knots: Float32Array, { center, scale }: CodeScales, { low, high }: Pick<ValueExtremes, 'low' | 'high'>): Stepwise<RankTable> {
  const units = center.length;
  let cells = MOST_CELLS;
  while (cells * units > MOST_WORDS && cells > FEWEST_CELLS) cells /= 2;
  const words = new Uint32Array(units * cells);
  const first = new Float32Array(units);
  const perCode = new Float32Array(units);
  const zero = new Float32Array(units);
  const places = new Float64Array(cells + 1);
  for (let u = 0; u < units; u++) {
    if (u % 16 === 15) yield;
    if (Number.isNaN(low[u])) continue;
    const [from, to] = [codeOf(low[u], center[u], scale[u]), codeOf(high[u], center[u], scale[u])];
    first[u] = from;
    perCode[u] = cells / (to + 1 - from);
    zero[u] = quantilePlace(knots, u, 0);
    const own = knots.subarray(u * (QUANTILE_STEPS + 1), (u + 1) * (QUANTILE_STEPS + 1));
    for (let k = 1; k < cells; k++) places[k] = valueOf(from + k / perCode[u], center[u], scale[u]);
    places[0] = low[u];
    places[cells] = high[u];
    fillRanks(own, places, words.subarray(u * cells, (u + 1) * cells));
    markTies(own, low[u], high[u], (value) => Math.min(cells - 1, Math.floor((codeOf(value, center[u], scale[u]) - from) * perCode[u])), words.subarray(u * cells, (u + 1) * cells));
  }
  return { cells, words, first, perCode, zero };
}

/** Ranks at both ends of every cell, of the values that are at them. */
function fillRanks(own: Float32Array, ends: Float64Array, words: Uint32Array): void {
  placesOf(own, ends);
  for (let k = 0; k < words.length; k++) words[k] = Math.round(WHOLE * ends[k]) | (Math.round(WHOLE * ends[k + 1]) << 16);
}

/** Gives the cells of equal quantiles their common rank. */
function markTies(own: Float32Array, low: number, high: number, cellOf: (value: number) => number, words: Uint32Array): void {
  for (let k = 0, last = 0; k <= QUANTILE_STEPS; k = last + 1) {
    for (last = k; last < QUANTILE_STEPS && own[last + 1] === own[k]; last++);
    if (last - k < TIES || !(own[k] >= low && own[k] <= high)) continue;
    const middle = Math.round((WHOLE * (k + last)) / 2 / QUANTILE_STEPS);
    words[cellOf(own[k])] = middle | (middle << 16);
  }
}

/** Ascending values become their places among a unit's quantiles, as `quantilePlace` has them: one walk along both. */
function placesOf(own: Float32Array, values: Float64Array): void {
  let upTo = -1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    while (upTo < QUANTILE_STEPS && own[upTo + 1] <= value) upTo++;
    if (upTo < 0) values[i] = 0;
    else if (own[upTo] === value) {
      let first = upTo;
      while (first > 0 && own[first - 1] === value) first--;
      values[i] = (first + upTo) / 2 / QUANTILE_STEPS;
    } else values[i] = upTo >= QUANTILE_STEPS ? 1 : (upTo + (value - own[upTo]) / (own[upTo + 1] - own[upTo])) / QUANTILE_STEPS;
  }
}
