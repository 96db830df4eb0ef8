import type { EntitySpan } from './entity-data';

/** What became of a gold span, a predicted one, or a pair of them; see {@link judgeSpans}. */
export type Verdict = 'exact' | 'boundary' | 'type' | 'spurious' | 'missed';

/** All verdicts, the good one first. */
export const VERDICTS: readonly Verdict[] = ['exact', 'boundary', 'type', 'spurious', 'missed'];

/** A gold span and the predicted one that answers it; −1 where there is none. */
export interface SpanCase {
  verdict: Verdict;
  /** Index of the gold span. */
  gold: number;
  /** Index of the predicted span. */
  predicted: number;
}

/**
 * Judges predicted spans as MUC-5 (Chinchor & Sundheim 1993) and SemEval-2013 task 9.1 (Segura-Bedmar, Martínez & Herrero-Zazo
 * 2013) sort them. Each gold span is paired with at most one predicted span and the other way round:
 *
 * - `exact` (correct): same boundaries, same label;
 * - `type` (incorrect): they overlap, other label, whatever the boundaries;
 * - `boundary` (partial): they overlap, same label, other boundaries;
 * - `spurious`: a predicted span that answers no gold span;
 * - `missed` (missing): a gold span that no predicted one answers.
 *
 * Pairs form in this order: exact ones, then those with the same boundaries, then those with the same label, then the rest;
 * among equals the pair with the larger overlap, then the one further left. So an exact pair is never given up for another.
 *
 * @returns Cases in the order of the text; every span is in exactly one.
 */
export function judgeSpans(gold: readonly EntitySpan[], predicted: readonly EntitySpan[]): SpanCase[] {
  const pairs: { gold: number; predicted: number; rank: number; overlap: number }[] = [];
  const byStart = predicted.map((_, i) => i).sort((a, b) => predicted[a].start - predicted[b].start);
  gold.forEach((g, goldIndex) => {
    for (const predictedIndex of byStart) {
      const p = predicted[predictedIndex];
      if (p.start >= g.end) break;
      if (p.end <= g.start) continue;
      const sameBoundaries = g.start === p.start && g.end === p.end;
      const sameLabel = g.label === p.label;
      const rank = sameBoundaries && sameLabel ? 0 : sameBoundaries ? 1 : sameLabel ? 2 : 3;
      pairs.push({ gold: goldIndex, predicted: predictedIndex, rank, overlap: Math.min(g.end, p.end) - Math.max(g.start, p.start) });
    }
  });
  pairs.sort((a, b) => a.rank - b.rank || b.overlap - a.overlap || gold[a.gold].start - gold[b.gold].start || predicted[a.predicted].start - predicted[b.predicted].start || a.gold - b.gold || a.predicted - b.predicted);
  const [takenGold, takenPredicted] = [new Uint8Array(gold.length), new Uint8Array(predicted.length)];
  const cases: SpanCase[] = [];
  for (const { gold: g, predicted: p, rank } of pairs) {
    if (takenGold[g] || takenPredicted[p]) continue;
    takenGold[g] = takenPredicted[p] = 1;
    cases.push({ verdict: rank === 0 ? 'exact' : rank === 2 ? 'boundary' : 'type', gold: g, predicted: p });
  }
  gold.forEach((_, g) => {
    if (!takenGold[g]) cases.push({ verdict: 'missed', gold: g, predicted: -1 });
  });
  predicted.forEach((_, p) => {
    if (!takenPredicted[p]) cases.push({ verdict: 'spurious', gold: -1, predicted: p });
  });
  const startOf = ({ gold: g, predicted: p }: SpanCase) => Math.min(gold[g]?.start ?? Infinity, predicted[p]?.start ?? Infinity);
  return cases.sort((a, b) => startOf(a) - startOf(b));
}
