import type { LabelIndex } from './label-index';

/** Labels suggested for a word that is not there. */
const SUGGESTIONS = 3;

/** A word that is no label, and the labels nearest to it in spelling. */
export interface UnknownWord {
  word: string;
  suggestions: string[];
}

/** The rows of words, in their order, and the words that have none. */
export async function findWords(index: LabelIndex, words: readonly string[], signal?: AbortSignal): Promise<{ rows: number[]; unknown: UnknownWord[] }> {
  const rows: number[] = [];
  const unknown: UnknownWord[] = [];
  for (const word of words) {
    const row = index.rowOf(word);
    if (row !== null) rows.push(row);
    else unknown.push({ word, suggestions: await index.suggest(word, SUGGESTIONS, signal) });
  }
  return { rows, unknown };
}
