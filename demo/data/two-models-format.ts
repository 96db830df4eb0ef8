/** Where the two models lie below the site's root. */
export const TWO_MODELS_PATH = 'data/two-models';

export const TWO_MODELS_VERSION = 1;

/** `words.json`; beside it `left.i8` and `right.i8`, the vectors as `vector-encoding.ts` has bytes. */
export interface TwoModels {
  /** Packages and versions the models come from. */
  sources: { left: string; right: string };
  dimensions: number;
  /** Most frequent in the corpus first. */
  words: string[];
  /** Occurrences in the corpus, [n]. */
  counts: number[];
  /** Index into `names`, [n]; −1 where WordNet does not know the word. */
  supersenses: number[];
  names: readonly string[];
}
