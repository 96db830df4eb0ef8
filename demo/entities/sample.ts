import 'flair-visual/define/dependency-tree';
import 'flair-visual/define/entity-text';
import type { DependencySentence, FvDependencyTree, FvEntityText } from 'flair-visual';
import { tagSpans, tokenSpans } from 'flair-visual/engine';

/** One colour a label in all views; without, the most frequent label of each has the first colour. Text stays readable on any. */
const COLORS = { NAME: '#4269d0', TITLE: '#ff725c', DATE: '#6cc5b0', NUMBER: '#efb118' };

/** What a tagger found, against the gold: a test.tsv as Flair writes it. */
export function showTested(element: FvEntityText, src: string): void {
  element.colors = COLORS;
  element.scores = true; // precision, recall, F1 and the confusion grid
  element.src = src;
}

/** What a tagger found where there is no gold: BIO tags of tokens, with their probabilities and offsets in the text. */
export function showTagged(element: FvEntityText, sentences: readonly { text: string; offsets: Uint32Array; tags: readonly string[]; confidence: Float64Array }[]): void {
  element.colors = COLORS;
  element.data = sentences.map(({ text, offsets, tags, confidence }) => ({ text, tokens: offsets, spans: tokenSpans(tagSpans(tags), offsets, confidence) }));
}

/** Trees against the gold: the same words, in the same order. */
export function showTrees(element: FvDependencyTree, predicted: readonly DependencySentence[], gold: readonly DependencySentence[]): void {
  element.data = predicted;
  element.gold = gold;
}
