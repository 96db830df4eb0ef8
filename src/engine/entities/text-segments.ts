import type { Stretch } from './span-lanes';

/** A stretch of a text under the same spans. */
export interface TextSegment extends Stretch {
  /** Indices of the spans that cover it, the shortest first. */
  spans: number[];
}

/** Cuts a text of `length` UTF-16 units where spans begin or end: together the segments are the whole text, in order. */
export function textSegments(length: number, spans: readonly Stretch[]): TextSegment[] {
  const cuts = [...new Set([0, length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const opening = spans.map((_, i) => i).sort((a, b) => spans[a].start - spans[b].start);
  const segments: TextSegment[] = [];
  let open: number[] = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i], cuts[i + 1]];
    open = open.filter((span) => spans[span].end > start);
    for (; next < opening.length && spans[opening[next]].start === start; next++) open.push(opening[next]);
    segments.push({ start, end, spans: [...open].sort((a, b) => spans[a].end - spans[a].start - (spans[b].end - spans[b].start) || a - b) });
  }
  return segments;
}
