import type { SegmentGroups } from './segment-groups';
import { STEP, type Stepwise } from '../stepwise';

/** What is coloured of one sample, with the values that colour it. */
export interface ValuedSample {
  text: string;
  groups: SegmentGroups;
  values: Float32Array;
}

/** A segment with a high value, and where it stands. */
export interface TopSegment {
  sample: number;
  segment: number;
  value: number;
  /** UTF-16 offsets in the sample's text. */
  start: number;
  end: number;
  /** The text around it, whole characters; `…` where it goes on. */
  before: string;
  own: string;
  after: string;
}

/** UTF-16 units of context on either side. */
const REACH = 48;

/** The `k` segments with the largest values over all samples, the largest first; equal ones in the order of the text. NaN never, ∞ first. */
export function* topSegments(samples: readonly ValuedSample[], k: number): Stepwise<TopSegment[]> {
  let best: { sample: number; segment: number; value: number }[] = [];
  let floor = -Infinity;
  const order = () => best.sort((a, b) => b.value - a.value || a.sample - b.sample || a.segment - b.segment);
  for (const [sample, { values }] of samples.entries()) {
    for (let segment = 0; segment < values.length; segment++) {
      const value = values[segment];
      if (value > floor || (best.length < k && !Number.isNaN(value))) {
        best.push({ sample, segment, value });
        // Sorted and cut only now and then: a rising series would cost k at every step.
        if (best.length >= 4 * k + 64) {
          best = order().slice(0, k);
          floor = best[k - 1]?.value ?? Infinity;
        }
      }
      if (segment % STEP === STEP - 1) yield;
    }
  }
  return order().slice(0, k).map(({ sample, segment, value }) => {
    const { text, groups } = samples[sample];
    const start = groups.starts[segment];
    const end = groups.ends[segment];
    const from = wholeCharacter(text, Math.max(0, start - REACH));
    const to = wholeCharacter(text, Math.min(text.length, end + REACH));
    return { sample, segment, value, start, end, before: (from > 0 ? '…' : '') + text.slice(from, start), own: text.slice(start, end), after: text.slice(end, to) + (to < text.length ? '…' : '') };
  });
}

/** The offset itself, or the one before it where it would cut a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
