import type { TextSpans } from '../../engine';

/** The segments that hold a part of start … end (UTF-16 offsets), from (inclusive) and to (exclusive); null for none. */
export function segmentsIn({ starts, ends }: TextSpans, start: number, end: number): readonly [from: number, to: number] | null {
  const from = firstWhere(starts.length, (i) => ends[i] > start);
  const to = firstWhere(starts.length, (i) => starts[i] >= end);
  return from < to ? [from, to] : null;
}

/** The first of 0 … n − 1 for which it holds, or n; it holds for all after the first. */
function firstWhere(n: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
