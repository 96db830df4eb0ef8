import { shownBy, type CategoryFilter } from '../draw/category-filter';
import type { EntitySentence, EntitySpan } from './entity-data';
import { judgeSpans, type Verdict } from './judge-spans';
import { spanLanes } from './span-lanes';

/** A pair of labels that gold and prediction gave the same place; null: none. */
export interface LabelPair {
  gold: string | null;
  predicted: string | null;
}

/** What of the spans is wanted. */
export interface SpanFilter {
  /** Predicted spans with a lower score are none at all; those without a score stay. */
  threshold: number;
  labels: CategoryFilter;
  /** By {@link Verdict}; only where there is gold. */
  verdicts: CategoryFilter;
  /** Only this pair; only where there is gold. */
  pair: LabelPair | null;
}

/** A span as it stands over its text. */
export interface ShownSpan extends EntitySpan {
  /** 0 nearest to the text. */
  lane: number;
  /** Whether it was predicted, or is a gold span that no prediction equals. */
  side: 'predicted' | 'gold';
  /** Null where there is no gold. */
  verdict: Verdict | null;
  /** The span of the other side that it was judged by. */
  partner: EntitySpan | null;
  /** Whether verdict and pair are not those asked for: it stays, but steps back. */
  faded: boolean;
}

/** Predicted spans that reach a threshold. */
export function reaching(spans: readonly EntitySpan[], threshold: number): readonly EntitySpan[] {
  return threshold > 0 ? spans.filter(({ score }) => !(score !== undefined && score < threshold)) : spans;
}

/** Makes a function that tells which spans of a sentence are shown, in the order of the text. */
export function spanShower({ threshold, labels, verdicts, pair }: SpanFilter): (sentence: EntitySentence) => ShownSpan[] {
  const [showsLabel, showsVerdict] = [shownBy(labels), shownBy(verdicts)];
  return ({ spans, gold }) => {
    const predicted = reaching(spans, threshold);
    const found: Omit<ShownSpan, 'lane'>[] = [];
    if (!gold) {
      for (const span of predicted) if (showsLabel(span.label)) found.push({ ...span, side: 'predicted', verdict: null, partner: null, faded: false });
    } else {
      for (const { verdict, gold: g, predicted: p } of judgeSpans(gold, predicted)) {
        const [wanted, given] = [gold[g] ?? null, predicted[p] ?? null];
        if (![wanted, given].some((span) => span && showsLabel(span.label))) continue;
        const faded = !showsVerdict(verdict) || (pair !== null && (pair.gold !== (wanted?.label ?? null) || pair.predicted !== (given?.label ?? null)));
        if (given) found.push({ ...given, side: 'predicted', verdict, partner: wanted, faded });
        if (wanted && verdict !== 'exact') found.push({ ...wanted, side: 'gold', verdict, partner: given, faded });
      }
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    const lanes = spanLanes(found);
    return found.map((span, i) => ({ ...span, lane: lanes[i] }));
  };
}
