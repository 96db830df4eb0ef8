/** What becomes of a selection when points are selected: they replace it, join it, leave it, or alone stay in it. */
export type SelectMode = 'replace' | 'add' | 'remove' | 'intersect';

/** Keys held during a click. */
export interface ClickModifiers {
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a click means: Ctrl or ⌘ adds, Alt removes, neither replaces. */
export function clickMode({ ctrlKey, metaKey, altKey }: ClickModifiers): SelectMode {
  if (altKey) return 'remove';
  return ctrlKey || metaKey ? 'add' : 'replace';
}

/** 1 for each of `ids` among `points`. */
function maskOf(ids: ArrayLike<number>, points: number): Uint8Array {
  const mask = new Uint8Array(points);
  for (let i = 0; i < ids.length; i++) mask[ids[i]] = 1;
  return mask;
}

/** Those of `ids` whose place in `mask` holds `wanted`, in order. */
function where(ids: Uint32Array, mask: Uint8Array, wanted: 0 | 1): Uint32Array {
  return ids.filter((id) => mask[id] === wanted);
}

/** The same as a plain array; many times faster than `Array.from`, which asks the iterator. */
export function plainIds(ids: Uint32Array): number[] {
  const list: number[] = [];
  for (let i = 0; i < ids.length; i++) list.push(ids[i]);
  return list;
}

/** Each of `ids` once, in order of its first coming. All below `points`. */
export function distinctIds(ids: ArrayLike<number>, points: number): Uint32Array {
  const seen = new Uint8Array(points);
  const distinct = new Uint32Array(ids.length);
  let count = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    if (seen[id] === 1) continue;
    seen[id] = 1;
    distinct[count++] = id;
  }
  return distinct.slice(0, count);
}

/**
 * The ids selected once `ids` (distinct) were taken as `mode` says; of `points`. The present ones keep their order, joining ones
 * come after them in theirs. One pass over each list.
 */
export function combineIds(present: Uint32Array, ids: Uint32Array, mode: SelectMode, points: number): Uint32Array {
  if (mode === 'replace') return ids;
  if (mode !== 'add') return where(present, maskOf(ids, points), mode === 'intersect' ? 1 : 0);
  const joining = where(ids, maskOf(present, points), 0);
  const joined = new Uint32Array(present.length + joining.length);
  joined.set(present);
  joined.set(joining, present.length);
  return joined;
}

/** The ids of 0 … `points` − 1 that are not in `ids`, ascending; those of `without` (1 = left out) neither. */
export function otherIds(ids: Uint32Array, points: number, without: Uint8Array | null = null): Uint32Array {
  const mask = maskOf(ids, points);
  const others = new Uint32Array(points);
  let count = 0;
  for (let id = 0; id < points; id++) if (mask[id] === 0 && without?.[id] !== 1) others[count++] = id;
  return others.slice(0, count);
}

export function sameIds(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
