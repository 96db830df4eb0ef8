/** How the tagged text lies on disk, shared by the script that writes it and the worker that trains on it. */
export const TAGGED_TEXT_VERSION = 1;

/** Where it lies below the site's root. */
export const TAGGED_TEXT_PATH = 'data/tagged-text';

export interface TaggedFile {
  /** As in the corpus: `ca01` … `cr09`; the second letter is the genre. */
  name: string;
  /** Held-out files are never trained on. */
  split: 'train' | 'dev';
  /** Tokens of a sentence, between blanks. */
  sentences: string[];
  /** Its tags: one letter a token, the code of `A` + the index in {@link TaggedText.tags}. */
  tags: string[];
}

/** `tagged-text/text.json`. */
export interface TaggedText {
  /** Package and version. */
  source: string;
  tags: readonly string[];
  files: TaggedFile[];
}

const FIRST_LETTER = 'A'.charCodeAt(0);

export const tagLetter = (index: number): string => String.fromCharCode(FIRST_LETTER + index);
export const tagIndex = (letters: string, at: number): number => letters.charCodeAt(at) - FIRST_LETTER;
