/** Start and end (exclusive) in a text, UTF-16 offsets. */
export type TextRange = readonly [start: number, end: number];

/** Ascending ranges that neither touch nor overlap, empty ones left out, within 0 … `length`. */
export function mergeRanges(ranges: readonly TextRange[], length: number): TextRange[] {
  const sorted = ranges
    .map(([a, b]): TextRange => [Math.max(0, Math.min(a, b)), Math.min(length, Math.max(a, b))])
    .filter(([start, end]) => end > start)
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

export function sameRanges(a: readonly TextRange[], b: readonly TextRange[]): boolean {
  return a.length === b.length && a.every(([start, end], i) => start === b[i][0] && end === b[i][1]);
}

/** Whether one of the ranges (ascending, apart) holds a part of start … end. */
export function isChosen(ranges: readonly TextRange[], start: number, end: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle][1] <= start) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low][0] < end;
}

/** Of each segment, in the order of the text, whether a range holds a part of it: 1 or 0. Ranges ascending, apart. */
export function maskOfRanges(ranges: readonly TextRange[], starts: Uint32Array, ends: Uint32Array): Uint8Array {
  const mask = new Uint8Array(starts.length);
  let range = 0;
  for (let i = 0; i < mask.length; i++) {
    while (range < ranges.length && ranges[range][1] <= starts[i]) range++;
    if (range < ranges.length && ranges[range][0] < ends[i]) mask[i] = 1;
  }
  return mask;
}

/** How many UTF-16 units the ranges hold. */
export function rangesLength(ranges: readonly TextRange[]): number {
  return ranges.reduce((total, [start, end]) => total + end - start, 0);
}

/** What the ranges hold, a line per range. */
export function rangesText(text: string, ranges: readonly TextRange[]): string {
  return ranges.map(([start, end]) => text.slice(start, end)).join('\n');
}
