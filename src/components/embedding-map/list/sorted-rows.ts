import { finishInSlices, type MetadataColumn, type Stepwise } from '../../../engine';

/** Rows that are sorted in one go; longer runs are merged from these. */
const RUN = 512;

/** Rows merged between two looks at the clock. */
const MERGED = 4096;

/**
 * The leading `n` rows by the value of a column: numbers before texts, rising or falling, equal ones in order of rows, and rows
 * without a value last in both. A merge sort that lets the page have its turns: half a million texts take a while.
 * @throws the signal's reason once it fires.
 */
export function sortedRows(column: MetadataColumn, n: number, { descending, locale, signal }: { descending: boolean; locale: string; signal?: AbortSignal }): Promise<Uint32Array> {
  return finishInSlices(steps(column, n, descending ? -1 : 1, new Intl.Collator(locale, { numeric: true })), signal);
}

function* steps(column: MetadataColumn, n: number, sign: 1 | -1, collator: Intl.Collator): Stepwise<Uint32Array> {
  const compare = (a: number, b: number) => compareValues(column[a], column[b], sign, collator) || a - b;
  let rows = Uint32Array.from({ length: n }, (_, row) => row);
  for (let from = 0; from < n; from += RUN) {
    rows.subarray(from, from + RUN).sort(compare);
    yield;
  }
  let merged = new Uint32Array(n);
  for (let width = RUN; width < n; width *= 2) {
    for (let from = 0; from < n; from += 2 * width) yield* merge(rows, merged, from, Math.min(n, from + width), Math.min(n, from + 2 * width), compare);
    [rows, merged] = [merged, rows];
  }
  return rows;
}

/** Merges the sorted runs from … middle and middle … to into the same place of `into`. */
function* merge(rows: Uint32Array, into: Uint32Array, from: number, middle: number, to: number, compare: (a: number, b: number) => number): Stepwise<void> {
  let left = from;
  let right = middle;
  for (let at = from; at < to; at++) {
    const takeLeft = right >= to || (left < middle && compare(rows[left], rows[right]) <= 0);
    into[at] = takeLeft ? rows[left++] : rows[right++];
    if (at % MERGED === 0) yield;
  }
}

function compareValues(a: string | number | null | undefined, b: string | number | null | undefined, sign: 1 | -1, collator: Intl.Collator): number {
  const kinds = kindOf(a) - kindOf(b);
  if (kinds !== 0) return kinds;
  if (typeof a === 'number' && typeof b === 'number') return isMissing(a) ? 0 : sign * (a - b);
  return typeof a === 'string' && typeof b === 'string' ? sign * collator.compare(a, b) : 0;
}

/** 0 for a number, 1 for a text, 2 for no value. */
function kindOf(value: string | number | null | undefined): number {
  return isMissing(value) ? 2 : typeof value === 'number' ? 0 : 1;
}

function isMissing(value: string | number | null | undefined): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'number' && !Number.isFinite(value));
}
