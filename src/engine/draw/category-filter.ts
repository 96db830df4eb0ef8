import type { ColorScale } from './color-scale';
import { FIRST_INDEX, MISSING_INDEX, NOT_POSITIVE_INDEX } from './palette';

/**
 * What a legend can show and hide: a category by its name, or `null`, the points without a value. Of numbers on a ramp the
 * names are `values`, and `not-positive` for those without a logarithm.
 */
export type FilterKey = string | null;

/** What of a legend is on show. */
export interface CategoryFilter {
  /** Only these, where there are any; `hidden` says nothing then. */
  soloed: readonly FilterKey[];
  hidden: readonly FilterKey[];
}

export const NO_FILTER: CategoryFilter = { soloed: [], hidden: [] };

/** Everything that a scale's legend can show or hide. */
export function filterKeys(scale: ColorScale): FilterKey[] {
  const missing: FilterKey[] = scale.missing > 0 ? [null] : [];
  if (scale.kind === 'category') return [...scale.categories.map(({ value }) => value), ...missing];
  return [...(scale.sorted.length > 0 ? ['values'] : []), ...(scale.notPositive > 0 ? ['not-positive'] : []), ...missing];
}

/** Tells whether a filter shows a key; made once for many keys. */
export function shownBy({ soloed, hidden }: CategoryFilter): (key: FilterKey) => boolean {
  const shows = soloed.length > 0;
  const named = new Set(shows ? soloed : hidden);
  return (key) => named.has(key) === shows;
}

/**
 * The filter after a click on a legend's line, which stands for one key or, for "other", for many: a click shows it alone,
 * or everything again where it is alone already; with Shift it joins what is on show or leaves it. Hiding the last
 * that is on show brings everything back.
 */
export function clickedFilter(filter: CategoryFilter, keys: readonly FilterKey[], toggles: boolean, all: readonly FilterKey[]): CategoryFilter {
  const { soloed, hidden } = filter;
  if (!toggles) {
    // Compared only where it may be: there may be as many keys as points.
    const line = soloed.length === keys.length ? new Set(keys) : null;
    return line && soloed.every((key) => line.has(key)) ? NO_FILTER : { soloed: keys, hidden: [] };
  }
  const line = new Set(keys);
  const [named, shows] = soloed.length > 0 ? [soloed, true] : [hidden, false];
  const others = named.filter((key) => !line.has(key));
  const joined = others.length === named.length ? [...named, ...keys] : others;
  if (joined.length === 0 || joined.length >= all.length) return NO_FILTER;
  return shows ? { soloed: joined, hidden: [] } : { soloed: [], hidden: joined };
}

/** The points that a filter hides, [n], 1 = muted; null where it hides none. */
export function filterMask(scale: ColorScale, filter: CategoryFilter, shown = shownBy(filter)): Uint8Array | null {
  if (filter.soloed.length === 0 && filter.hidden.length === 0) return null;
  const mutes = (key: FilterKey) => (shown(key) ? 0 : 1);
  if (scale.kind === 'category') {
    const ofCode = Uint8Array.from([mutes(null), ...scale.categories.map(({ value }) => mutes(value))]);
    return maskOf(scale.codes, ofCode);
  }
  const ofIndex = new Uint8Array(256).fill(mutes('values'), FIRST_INDEX);
  ofIndex[MISSING_INDEX] = mutes(null);
  ofIndex[NOT_POSITIVE_INDEX] = mutes('not-positive');
  return maskOf(scale.indices, ofIndex);
}

function maskOf(codes: Uint32Array | Uint8Array, mutedOf: Uint8Array): Uint8Array {
  const mask = new Uint8Array(codes.length);
  for (let i = 0; i < codes.length; i++) mask[i] = mutedOf[codes[i]];
  return mask;
}
