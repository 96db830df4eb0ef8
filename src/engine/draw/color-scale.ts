import type { MetadataColumn } from '../map-data';
import { inSlices } from '../time-slices';
import { FIRST_INDEX, MISSING_INDEX, OTHER_INDEX } from './palette';

/** Up to so many categories each get a colour: the palette in two lightnesses. */
const MAX_CATEGORIES = 20;

/** Of more categories, so many of the most frequent get a colour; the rest is "other". */
const NAMED_OF_MANY = 10;

const STEP = 8192;

/** One line of a legend. */
export interface CategoryEntry {
  /** The value as text; null for missing, and for "other". */
  value: string | null;
  kind: 'category' | 'other' | 'missing';
  count: number;
  /** Index into the palette. */
  colorIndex: number;
}

/** Categories and the colours they took, most frequent first; then other and missing where there are any. */
export interface CategoryScale {
  kind: 'category';
  entries: CategoryEntry[];
  /** n palette indices. */
  indices: Uint8Array;
}

/** Numbers spread over a ramp. */
export interface ContinuousScale {
  kind: 'continuous';
  /** Smallest and largest value. */
  domain: readonly [number, number];
  missing: number;
  /** n palette indices. */
  indices: Uint8Array;
}

export type ColorScale = CategoryScale | ContinuousScale;

function isMissing(value: string | number | null): boolean {
  return value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value));
}

/** Whether a column is coloured by a ramp: it holds numbers and nothing else (missing values aside). */
export function isContinuous(column: MetadataColumn): boolean {
  if (column instanceof Float32Array) return true;
  let numbers = 0;
  for (const value of column) {
    if (typeof value === 'number') numbers++;
    else if (!isMissing(value)) return false;
  }
  return numbers > 0;
}

/** Colours a column by category: ties in frequency go by first appearance. */
export async function categoryScale(column: MetadataColumn, signal?: AbortSignal): Promise<CategoryScale> {
  const n = column.length;
  const codes = new Uint32Array(n);
  const codeOf = new Map<string | number, number>();
  const counts: number[] = [];
  const values: string[] = [];
  let missing = 0;
  await inSlices(n, STEP, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = column[i];
      if (isMissing(value)) {
        missing++;
        continue;
      }
      let code = codeOf.get(value!);
      if (code === undefined) {
        code = counts.push(0) - 1;
        codeOf.set(value!, code);
        values.push(String(value));
      }
      counts[code]++;
      codes[i] = code + 1;
    }
  }, signal);

  const byFrequency = counts.map((_, code) => code).sort((a, b) => counts[b] - counts[a] || a - b);
  const named = byFrequency.slice(0, counts.length <= MAX_CATEGORIES ? MAX_CATEGORIES : NAMED_OF_MANY);
  const colorOf = new Uint8Array(counts.length + 1).fill(OTHER_INDEX);
  colorOf[0] = MISSING_INDEX;
  const entries: CategoryEntry[] = named.map((code, rank) => {
    colorOf[code + 1] = FIRST_INDEX + rank;
    return { value: values[code], kind: 'category', count: counts[code], colorIndex: FIRST_INDEX + rank };
  });
  const other = n - missing - entries.reduce((sum, { count }) => sum + count, 0);
  if (other > 0) entries.push({ value: null, kind: 'other', count: other, colorIndex: OTHER_INDEX });
  if (missing > 0) entries.push({ value: null, kind: 'missing', count: missing, colorIndex: MISSING_INDEX });

  const indices = new Uint8Array(n);
  await inSlices(n, 8 * STEP, (from, to) => {
    for (let i = from; i < to; i++) indices[i] = colorOf[codes[i]];
  }, signal);
  return { kind: 'category', entries, indices };
}

/** Spreads the numbers of a column evenly over the ramp between its smallest and largest. */
export async function continuousScale(column: MetadataColumn, signal?: AbortSignal): Promise<ContinuousScale> {
  const n = column.length;
  let min = Infinity;
  let max = -Infinity;
  let missing = 0;
  await inSlices(n, 8 * STEP, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = column[i];
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        missing++;
        continue;
      }
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }, signal);
  const steps = 255 - FIRST_INDEX;
  const factor = max > min ? steps / (max - min) : 0;
  const indices = new Uint8Array(n);
  await inSlices(n, 8 * STEP, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = column[i];
      if (typeof value === 'number' && Number.isFinite(value)) indices[i] = FIRST_INDEX + Math.round((value - min) * factor);
      else indices[i] = MISSING_INDEX;
    }
  }, signal);
  return { kind: 'continuous', domain: missing < n ? [min, max] : [0, 0], missing, indices };
}

/** Colours a column by a ramp where it holds numbers, by category otherwise. */
export function resolveColorScale(column: MetadataColumn, signal?: AbortSignal): Promise<ColorScale> {
  return isContinuous(column) ? continuousScale(column, signal) : categoryScale(column, signal);
}
