/** Rows of two lists of labels that name the same thing. */
export interface CommonRows {
  /** [m] rows of the first, ascending. */
  left: Uint32Array;
  /** [m] the rows of the second with the same labels. */
  right: Uint32Array;
  /** Rows that the other does not have. */
  onlyLeft: number;
  onlyRight: number;
}

/** Matches two lists by label. Of a label that occurs several times, its i-th occurrence matches the i-th of the other. */
export function commonRows(left: readonly string[], right: readonly string[]): CommonRows {
  const places = new Map<string, number[] | number>();
  for (let i = right.length - 1; i >= 0; i--) {
    const found = places.get(right[i]);
    if (found === undefined) places.set(right[i], i);
    else if (typeof found === 'number') places.set(right[i], [found, i]);
    else found.push(i);
  }
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 0; i < left.length; i++) {
    const found = places.get(left[i]);
    if (found === undefined) continue;
    a.push(i);
    if (typeof found === 'number') {
      b.push(found);
      places.delete(left[i]);
    } else {
      b.push(found.pop()!);
      if (found.length === 0) places.delete(left[i]);
    }
  }
  return { left: Uint32Array.from(a), right: Uint32Array.from(b), onlyLeft: left.length - a.length, onlyRight: right.length - b.length };
}
