import { headIndices, ROOT, type DependencySentence } from './dependency-data';
import type { Stepwise } from '../stepwise';

/** What became of a word's arc: `label` has the right head and another label, `head` another head, whatever the label. */
export type ArcVerdict = 'right' | 'label' | 'head';

/** How many arcs are as in the gold. Counts of words. */
export interface AttachmentCounts {
  words: number;
  /** Words with the right head. */
  heads: number;
  /** Words with the right head and the right label. */
  arcs: number;
}

/** Attachment scores (Buchholz & Marsi 2006, CoNLL-X). */
export interface AttachmentScores extends AttachmentCounts {
  /** Unlabelled: share of words with the right head; NaN for no word. */
  uas: number;
  /** Labelled: share of words with the right head and label; NaN for no word. */
  las: number;
  /** By the gold's label, the most frequent first. */
  labels: (AttachmentCounts & { label: string })[];
  /** Sentences that have no gold of the same words: they are not scored. */
  unscored: number;
  /** Per sentence the words whose arc is not as in the gold; −1 for a sentence that is not scored. */
  mistakes: Int32Array;
}

/** Whether two sentences have the same words, so that their arcs can be compared. */
export function sameWords(a: DependencySentence, b: DependencySentence): boolean {
  return a.words.length === b.words.length && a.words.every(({ form }, i) => form === b.words[i].form);
}

/**
 * Judges the arc of each word, punctuation and relations with subtypes like any others.
 * @returns [words], or null where the words are not the same.
 */
export function judgeArcs(predicted: DependencySentence, gold: DependencySentence): ArcVerdict[] | null {
  if (!sameWords(predicted, gold)) return null;
  const [own, right] = [headIndices(predicted), headIndices(gold)];
  return predicted.words.map(({ deprel }, i) => (own[i] < ROOT || own[i] !== right[i] ? 'head' : deprel === gold.words[i].deprel ? 'right' : 'label'));
}

/** Scores predicted sentences against gold ones of the same order. */
export function* scoreAttachment(predicted: readonly DependencySentence[], gold: readonly DependencySentence[]): Stepwise<AttachmentScores> {
  const counts: AttachmentCounts = { words: 0, heads: 0, arcs: 0 };
  const byLabel = new Map<string, AttachmentCounts & { label: string }>();
  const mistakes = new Int32Array(predicted.length).fill(-1);
  let unscored = 0;
  for (let row = 0; row < predicted.length; row++) {
    if (row % 100 === 99) yield;
    const right = gold[row];
    const verdicts = right ? judgeArcs(predicted[row], right) : null;
    if (!verdicts) {
      unscored++;
      continue;
    }
    mistakes[row] = verdicts.filter((verdict) => verdict !== 'right').length;
    verdicts.forEach((verdict, word) => {
      const label = right.words[word].deprel;
      let own = byLabel.get(label);
      if (!own) byLabel.set(label, (own = { label, words: 0, heads: 0, arcs: 0 }));
      for (const each of [counts, own]) {
        each.words++;
        if (verdict !== 'head') each.heads++;
        if (verdict === 'right') each.arcs++;
      }
    });
  }
  const labels = [...byLabel.values()].sort((a, b) => b.words - a.words || (a.label < b.label ? -1 : 1));
  return { ...counts, uas: counts.heads / counts.words, las: counts.arcs / counts.words, labels, unscored, mistakes };
}
