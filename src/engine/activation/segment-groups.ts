import type { ResolvedSample } from './resolve-activations';
import { STEP, type Stepwise } from '../stepwise';
import { graphemeEnds, sentenceSpans, type TextSpans, wordSpans } from './text-boundaries';

/** How finely a text is coloured, the finest first. */
export const GRANULARITIES = ['char', 'subword', 'word', 'sentence'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** Stretches of text that share one value, and the segments it is made of. */
export interface SegmentGroups extends TextSpans {
  /** Group g holds the segments rows.first[g] … rows.last[g] − 1. Null: group g is segment g. */
  rows: { first: Uint32Array; last: Uint32Array } | null;
}

const LEVEL = { char: 0, token: 1, word: 2, sentence: 3 } as const;

/** The granularity that shows the segments of a sample as they are. */
export function ownGranularity({ segmentation }: ResolvedSample): Granularity {
  return GRANULARITIES[LEVEL[segmentation]];
}

/**
 * Groups the segments of a sample: characters into graphemes, and what is finer than `granularity` into what contains it,
 * sub-words into their word. Segments are never cut: asked for something finer than it has, a sample shows its own.
 * A segment that stands nowhere in the text belongs to no group of its own.
 *
 * @param locale BCP 47 tag for the rules of words and sentences.
 */
export function* groupSegments(sample: ResolvedSample, granularity: Granularity, locale?: string): Stepwise<SegmentGroups> {
  const level = GRANULARITIES.indexOf(granularity);
  if (level <= LEVEL[sample.segmentation] || (granularity === 'subword' && sample.segmentation === 'char')) {
    return sample.segmentation === 'char' ? yield* intoSpans(sample, yield* graphemes(sample.text)) : yield* intoSpans(sample, sample);
  }
  return yield* intoSpans(sample, granularity === 'word' ? yield* wordSpans(sample.text, locale) : yield* sentenceSpans(sample.text, locale));
}

function* graphemes(text: string): Stepwise<TextSpans> {
  const ends = yield* graphemeEnds(text);
  const starts = new Uint32Array(ends.length);
  starts.set(ends.subarray(0, -1), 1);
  return { starts, ends };
}

/** Puts each segment that stands somewhere into the span where it begins, or, between spans, into one of its own; a span without any is left out. */
function* intoSpans(sample: ResolvedSample, spans: TextSpans): Stepwise<SegmentGroups> {
  const { segments } = sample;
  const starts = new Uint32Array(segments);
  const ends = new Uint32Array(segments);
  const first = new Uint32Array(segments);
  const last = new Uint32Array(segments);
  let groups = 0;
  let span = 0;
  let identical = true;
  let open = -1;
  for (let i = 0; i < segments; i++) {
    if (i % STEP === STEP - 1) yield;
    const start = sample.starts[i];
    const end = sample.ends[i];
    if (start === end) {
      identical = false;
      continue;
    }
    while (span < spans.starts.length && spans.ends[span] <= start) span++;
    const inside = span < spans.starts.length && spans.starts[span] <= start ? span : -1;
    if (inside >= 0 && inside === open) {
      ends[groups - 1] = Math.max(ends[groups - 1], end);
      identical = false;
    } else {
      starts[groups] = inside >= 0 ? Math.max(spans.starts[inside], groups > 0 ? ends[groups - 1] : 0) : start;
      ends[groups] = inside >= 0 ? Math.max(spans.ends[inside], end) : end;
      first[groups++] = i;
      open = inside;
    }
    last[groups - 1] = i + 1;
  }
  if (identical) return { starts, ends, rows: null };
  return { starts: starts.slice(0, groups), ends: ends.slice(0, groups), rows: { first: first.slice(0, groups), last: last.slice(0, groups) } };
}
