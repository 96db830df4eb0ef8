import type { EntitySpan } from './entity-data';
import { judgeSpans, type Verdict } from './judge-spans';

/** 0 … 1 each; 0 where nothing could be divided, as in Flair and scikit-learn. */
export interface Ratios {
  /** Exact ÷ predicted. */
  precision: number;
  /** Exact ÷ gold. */
  recall: number;
  /** Harmonic mean of both. */
  f1: number;
}

/** How one label fared. */
export interface LabelScores extends Ratios {
  label: string;
  /** Spans in the gold. */
  gold: number;
  /** Spans predicted. */
  predicted: number;
  exact: number;
}

/** A pair of labels and how often they met; null: no span on that side (spurious, missed). */
export interface ConfusionCell {
  gold: string | null;
  predicted: string | null;
  /** Pairs of any verdict: on the diagonal `exact` and `boundary`. */
  count: number;
  /** Those of them that are `exact`. */
  exact: number;
}

/** How predicted spans fared against gold. */
export interface SpanScores {
  /** The most frequent in the gold first, then by name. */
  labels: LabelScores[];
  /** Over all spans, whatever their label: the score of the CoNLL script and of Flair's "micro avg". */
  micro: Ratios;
  /** Means over the labels, each counting the same: Flair's "macro avg". */
  macro: Ratios;
  verdicts: Record<Verdict, number>;
  /** Cells that are not empty. */
  confusion: ConfusionCell[];
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);

/** Precision, recall and F1 of counts. */
export function ratios(exact: number, predicted: number, gold: number): Ratios {
  const [precision, recall] = [share(exact, predicted), share(exact, gold)];
  return { precision, recall, f1: share(2 * exact, predicted + gold) };
}

/** Gathers the scores of many sentences. */
export class SpanTally {
  readonly #labels = new Map<string, { gold: number; predicted: number; exact: number }>();
  readonly #cells = new Map<string, ConfusionCell>();
  readonly #verdicts: Record<Verdict, number> = { exact: 0, boundary: 0, type: 0, spurious: 0, missed: 0 };

  add(gold: readonly EntitySpan[], predicted: readonly EntitySpan[]): void {
    for (const { label } of gold) this.#label(label).gold++;
    for (const { label } of predicted) this.#label(label).predicted++;
    for (const { verdict, gold: g, predicted: p } of judgeSpans(gold, predicted)) {
      this.#verdicts[verdict]++;
      const cell = this.#cell(gold[g]?.label ?? null, predicted[p]?.label ?? null);
      cell.count++;
      if (verdict !== 'exact') continue;
      cell.exact++;
      this.#label(gold[g].label).exact++;
    }
  }

  scores(): SpanScores {
    const labels = Array.from(this.#labels, ([label, { gold, predicted, exact }]) => ({ label, gold, predicted, exact, ...ratios(exact, predicted, gold) }))
      .sort((a, b) => b.gold - a.gold || (a.label < b.label ? -1 : 1));
    const sum = (count: 'gold' | 'predicted' | 'exact') => labels.reduce((total, scores) => total + scores[count], 0);
    const mean = (ratio: keyof Ratios) => share(labels.reduce((total, scores) => total + scores[ratio], 0), labels.length);
    return {
      labels, micro: ratios(sum('exact'), sum('predicted'), sum('gold')), macro: { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') },
      verdicts: { ...this.#verdicts }, confusion: [...this.#cells.values()],
    };
  }

  #label(label: string) {
    let counts = this.#labels.get(label);
    if (!counts) this.#labels.set(label, (counts = { gold: 0, predicted: 0, exact: 0 }));
    return counts;
  }

  #cell(gold: string | null, predicted: string | null): ConfusionCell {
    const key = JSON.stringify([gold, predicted]);
    let cell = this.#cells.get(key);
    if (!cell) this.#cells.set(key, (cell = { gold, predicted, count: 0, exact: 0 }));
    return cell;
  }
}
