import type { ConlluSentence } from '../formats';

/** A word of a tree: what {@link parseConllu} reads fits. */
export interface DependencyWord {
  id: number;
  form: string;
  /** `id` of the head, 0 for the root; null where unknown. */
  head: number | null;
  deprel: string;
  upos?: string;
  lemma?: string;
}

/** A sentence with the heads of its words; they need not form a tree. */
export interface DependencySentence {
  words: readonly DependencyWord[];
  /** Surface tokens that stand for several words, by the words' ids. */
  multiwordTokens?: readonly { from: number; to: number; form: string }[];
  /** Words that are not in the text; `5.1` stands behind word 5. */
  emptyNodes?: readonly { id: string; form: string; upos?: string; deps?: ConlluSentence['emptyNodes'][number]['deps'] }[];
  /** `text` and `sent_id` are shown. */
  comments?: Readonly<Record<string, string>>;
}

/** What {@link headIndices} gives the root. */
export const ROOT = -1;
/** What it gives a word whose head is unknown, or is not in the sentence. */
export const NO_HEAD = -2;

/** The index of each word's head, [words]; {@link ROOT} or {@link NO_HEAD} for none. */
export function headIndices({ words }: DependencySentence): Int32Array {
  const indexOf = new Map(words.map(({ id }, i) => [id, i]));
  return Int32Array.from(words, ({ head }) => (head === 0 ? ROOT : head === null ? NO_HEAD : (indexOf.get(head) ?? NO_HEAD)));
}

/** The text of a sentence: the comment of that name, else its forms with blanks between them. */
export function treeText({ words, comments }: DependencySentence): string {
  return comments?.text || words.map(({ form }) => form).join(' ');
}
