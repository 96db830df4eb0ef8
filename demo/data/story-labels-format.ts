/** How the words of the story of wrong labels lie on disk, shared by the script that writes them and the page. */
export const STORY_LABELS_VERSION = 1;

/** Where they lie below the site's root: `words.json`, and the vectors in `vectors.i8`, in the encoding `int8`. */
export const STORY_LABELS_PATH = 'data/story-labels';

/** A further sense of a word: what kind of thing it is, and WordNet's gloss. */
export interface LabelledSense {
  /** Index into {@link LabelledWords.kinds}. */
  kind: number;
  gloss: string;
}

export interface LabelledWords {
  /** Packages and versions of vectors and senses. */
  sources: { vectors: string; senses: string };
  dimensions: number;
  /** WordNet's supersenses that the words are filed under. */
  kinds: readonly string[];
  /** Most frequent first. */
  words: string[];
  /** Noun senses of each word that are of these kinds; the first is its most frequent sense, by which it is labelled. */
  senses: LabelledSense[][];
}
