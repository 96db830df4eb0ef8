import type { MetadataColumn } from '../map-data';
import { inSlices } from '../time-slices';
import { isMissing } from './number-summary';
import { FIRST_INDEX, MISSING_INDEX, OTHER_INDEX } from './palette';

/** Up to so many categories each get a colour: the palette in two lightnesses. */
const MAX_CATEGORIES = 20;

/** Of more categories, so many of the most frequent get a colour; the rest is "other". */
const NAMED_OF_MANY = 10;

/** Colours a palette has room for. */
const MAX_COLORS = 256 - FIRST_INDEX;

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

/** A value of a column, and how often it occurs. */
export interface Category {
  value: string;
  count: number;
}

/** The values of a column and where each occurs. */
export interface CategoryCounts {
  /** Most frequent first, ties by first appearance. */
  categories: readonly Category[];
  /** Of each of n points 1 + the place of its value in `categories`; 0 where it has none. */
  codes: Uint32Array;
  missing: number;
}

/** Categories and the colours they took, most frequent first; then other and missing where there are any. */
export interface CategoryScale extends CategoryCounts {
  kind: 'category';
  entries: CategoryEntry[];
  /** [1 + categories] palette index of each code. */
  colorOfCode: Uint8Array;
  /** n palette indices. */
  indices: Uint8Array;
}

/** Columns are read and never changed, so their counts hold as long as they do. */
const counted = new WeakMap<MetadataColumn, CategoryCounts>();

async function countCategories(column: MetadataColumn, signal?: AbortSignal): Promise<CategoryCounts> {
  const known = counted.get(column);
  if (known) return known;
  const codes = new Uint32Array(column.length);
  const found: Category[] = [];
  const codeOf = new Map<string, number>();
  let missing = 0;
  await inSlices(column.length, STEP, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = column[i];
      if (isMissing(value)) {
        missing++;
        continue;
      }
      const text = typeof value === 'string' ? value : String(value);
      let code = codeOf.get(text);
      if (code === undefined) {
        code = found.push({ value: text, count: 0 });
        codeOf.set(text, code);
      }
      found[code - 1].count++;
      codes[i] = code;
    }
  }, signal);
  const byFrequency = found.map((_, i) => i).sort((a, b) => found[b].count - found[a].count || a - b);
  const rankOf = new Uint32Array(found.length + 1);
  byFrequency.forEach((i, rank) => (rankOf[i + 1] = rank + 1));
  await inSlices(codes.length, 8 * STEP, (from, to) => {
    for (let i = from; i < to; i++) codes[i] = rankOf[codes[i]];
  }, signal);
  const counts = { categories: byFrequency.map((i) => found[i]), codes, missing };
  counted.set(column, counts);
  return counts;
}

/**
 * Colours a column by category: the most frequent values, then those named in `colored`, in that order, as long as
 * the palette has room.
 */
export async function categoryScale(
  column: MetadataColumn,
  { colored = [], signal }: { colored?: readonly string[]; signal?: AbortSignal } = {},
): Promise<CategoryScale> {
  const counts = await countCategories(column, signal);
  const { categories, codes, missing } = counts;
  const named = categories.length <= MAX_CATEGORIES ? categories.length : NAMED_OF_MANY;
  const wanted = new Set(colored);
  const rankOf = new Map(categories.flatMap(({ value }, rank) => (rank >= named && wanted.has(value) ? [[value, rank]] : [])));
  const added = [...wanted].flatMap((value) => rankOf.get(value) ?? []);
  const ranks = [...Array.from({ length: named }, (_, rank) => rank), ...added].slice(0, MAX_COLORS);

  const colorOfCode = new Uint8Array(categories.length + 1).fill(OTHER_INDEX);
  colorOfCode[0] = MISSING_INDEX;
  const entries: CategoryEntry[] = ranks.map((rank, i) => {
    colorOfCode[rank + 1] = FIRST_INDEX + i;
    return { ...categories[rank], kind: 'category', colorIndex: FIRST_INDEX + i };
  });
  const other = codes.length - missing - entries.reduce((sum, { count }) => sum + count, 0);
  if (other > 0) entries.push({ value: null, kind: 'other', count: other, colorIndex: OTHER_INDEX });
  if (missing > 0) entries.push({ value: null, kind: 'missing', count: missing, colorIndex: MISSING_INDEX });

  const indices = new Uint8Array(codes.length);
  await inSlices(codes.length, 8 * STEP, (from, to) => {
    for (let i = from; i < to; i++) indices[i] = colorOfCode[codes[i]];
  }, signal);
  return { kind: 'category', ...counts, entries, colorOfCode, indices };
}

/** The entries that occur among the leading `rows` points, counted there. */
export function entriesAmong({ entries, indices }: CategoryScale, rows: number): CategoryEntry[] {
  if (rows >= indices.length) return entries;
  const counts = new Uint32Array(256);
  for (let i = 0; i < rows; i++) counts[indices[i]]++;
  return entries.map((entry) => ({ ...entry, count: counts[entry.colorIndex] })).filter(({ count }) => count > 0);
}

/** The places in `categories` of those whose name contains `query`, letter case aside, most frequent first; at most `limit`. */
export function findCategories({ categories }: CategoryCounts, query: string, limit: number): number[] {
  const needle = query.trim().toLowerCase();
  const found: number[] = [];
  for (let i = 0; i < categories.length && found.length < limit; i++) {
    if (categories[i].value.toLowerCase().includes(needle)) found.push(i);
  }
  return found;
}
