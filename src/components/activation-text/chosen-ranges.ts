import { rangesLength, type TextRange } from './text-ranges';

/** What is selected, by number of the sample; samples without any are not in it. A new one with every change. */
export type ChosenRanges = ReadonlyMap<number, readonly TextRange[]>;

/** The same but for one sample. */
export function withRanges(chosen: ChosenRanges, sample: number, ranges: readonly TextRange[]): ChosenRanges {
  const changed = new Map(chosen);
  if (ranges.length > 0) changed.set(sample, ranges);
  else changed.delete(sample);
  return changed;
}

/** All that `pattern` finds in each of the texts; what is empty is nothing. */
export function rangesOfMatches(texts: readonly string[], pattern: RegExp): ChosenRanges {
  const global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  const chosen = new Map<number, TextRange[]>();
  for (const [sample, text] of texts.entries()) {
    const ranges = Array.from(text.matchAll(global), ({ 0: { length }, index }): TextRange => [index, index + length]).filter(([start, end]) => end > start);
    if (ranges.length > 0) chosen.set(sample, ranges);
  }
  return chosen;
}

/** UTF-16 units that are selected in all samples. */
export function chosenLength(chosen: ChosenRanges): number {
  let length = 0;
  for (const ranges of chosen.values()) length += rangesLength(ranges);
  return length;
}
