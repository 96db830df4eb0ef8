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
  for (let u = 0; u < units; u++) {
    if (u % 16 === 15) yield;
    if (Number.isNaN(low[u])) continue;
    const from = codeOf(low[u], center[u], scale[u]);
    const codes = codeOf(high[u], center[u], scale[u]) + 1 - from;
    const place = (value: number) => Math.round(WHOLE * quantilePlace(knots, u, value));
    first[u] = from;
    perCode[u] = cells / codes;
    zero[u] = quantilePlace(knots, u, 0);
    let start = place(low[u]);
    for (let k = 0; k < cells; k++) {
      const end = k === cells - 1 ? place(high[u]) : place(valueOf(from + ((k + 1) * codes) / cells, center[u], scale[u]));
      words[u * cells + k] = start | (end << 16);
      start = end;
    }
    const at = u * (QUANTILE_STEPS + 1);
    for (let k = 0, last = 0; k <= QUANTILE_STEPS; k = last + 1) {
      for (last = k; last < QUANTILE_STEPS && knots[at + last + 1] === knots[at + k]; last++);
      const value = knots[at + k];
      if (last - k < TIES || !(value >= low[u] && value <= high[u])) continue;
      const middle = Math.round((WHOLE * (k + last)) / 2 / QUANTILE_STEPS);
      const cell = Math.min(cells - 1, Math.floor((codeOf(value, center[u], scale[u]) - from) * perCode[u]));
      words[u * cells + cell] = middle | (middle << 16);
    }
  }
  return { cells, words, first, perCode, zero };
}
