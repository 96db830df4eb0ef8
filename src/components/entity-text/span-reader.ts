import type { ShownSpan } from '../../engine';

/** A span in a list of sentences. */
export interface SpanPlace {
  /** Place of the sentence among those listed. */
  at: number;
  /** Index among its spans in the order of the text. */
  index: number;
}

/** What is walked through. */
export interface SpanList {
  /** Sentences listed. */
  readonly length: number;
  spansAt(at: number): readonly ShownSpan[];
}

export type SpanStep = 'next' | 'previous' | 'next-sentence' | 'previous-sentence' | 'first' | 'last';

/** Where a step leads from a span, or from before all where there is none yet; null where it leads nowhere. */
export function stepSpan(list: SpanList, from: SpanPlace | null, step: SpanStep): SpanPlace | null {
  const back = step === 'previous' || step === 'previous-sentence' || step === 'last';
  if (from && (step === 'next' || step === 'previous')) {
    const index = from.index + (back ? -1 : 1);
    if (index >= 0 && index < list.spansAt(from.at).length) return { at: from.at, index };
  }
  const begin = step === 'last' ? list.length - 1 : step === 'first' || !from ? 0 : from.at + (back ? -1 : 1);
  for (let at = begin; at >= 0 && at < list.length; at += back ? -1 : 1) {
    const { length } = list.spansAt(at);
    // A sentence is entered at its beginning, but for stepping back through its spans.
    if (length > 0) return { at, index: step === 'previous' || step === 'last' ? length - 1 : 0 };
  }
  return null;
}

/** The step that a key means; `rtl` where the sentence is read from right to left. */
export function spanStep(key: string, rtl: boolean): SpanStep | null {
  switch (key) {
    case 'ArrowRight':
      return rtl ? 'previous' : 'next';
    case 'ArrowLeft':
      return rtl ? 'next' : 'previous';
    case 'ArrowDown':
      return 'next-sentence';
    case 'ArrowUp':
      return 'previous-sentence';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return null;
  }
}
