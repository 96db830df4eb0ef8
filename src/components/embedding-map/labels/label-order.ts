import { inSlices, type MetadataColumn } from '../../../engine';

/** Rows by priority, and the rank of every row. */
export interface LabelOrder {
  /** Rows from the most important to the least. */
  order: Uint32Array;
  /** [n]: rank of every row, 0 first. */
  ranks: Uint32Array;
}

/** The `n` leading rows by falling value of a numeric column, those without a value last, equal ones in order of rows; null for any other column. */
export function labelOrder(column: MetadataColumn | null, n: number): LabelOrder | null {
  if (!column || !isNumeric(column)) return null;
  const value = (row: number) => {
    const found = column[row];
    return typeof found === 'number' && Number.isFinite(found) ? found : -Infinity;
  };
  const order = Uint32Array.from({ length: n }, (_, row) => row).sort((a, b) => (value(a) === value(b) ? a - b : value(b) - value(a)));
  const ranks = new Uint32Array(n);
  for (let rank = 0; rank < n; rank++) ranks[order[rank]] = rank;
  return { order, ranks };
}

/** The `n` leading rows in that order, or in order of rows, but those whose label has neither letter nor digit at the end: signs are frequent, and say nothing on a map. */
export async function signsLast(labels: readonly string[], n: number, order: Uint32Array | null, signal: AbortSignal): Promise<Uint32Array> {
  const rows = new Uint32Array(n);
  const signs: number[] = [];
  let words = 0;
  await inSlices(n, 4096, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = order ? order[i] : i;
      if (/[\p{L}\p{N}]/u.test(labels[row])) rows[words++] = row;
      else signs.push(row);
    }
  }, signal);
  rows.set(signs, words);
  return rows;
}

/** Whether a column holds numbers; missing values aside. */
export function isNumeric(column: MetadataColumn): boolean {
  return column instanceof Float32Array || column.every((value) => value === null || value === '' || typeof value === 'number');
}
