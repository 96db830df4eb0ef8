/**
 * How the prepared words lie on disk, shared by the script that writes them and the page that reads them:
 * `words/manifest.json` names the chunks; a chunk is one file of vectors and one of words. Rows are in
 * frequency order, so a page that wants the N most frequent words fetches the chunks that start below N.
 */
export const WORD_SET_VERSION = 2;

/** Where the word set lies below the site's root. */
export const WORD_SET_PATH = 'data/words';

export interface WordSetManifest {
  version: number;
  /** Package and version the vectors and the senses come from. */
  sources: { vectors: string; senses: string };
  /** Length of one vector. */
  dimensions: number;
  /** Words in all chunks together. */
  words: number;
  /** Words the vectors' source has. */
  available: number;
  /** Names that {@link WordChunk.supersenses} counts in. */
  supersenses: readonly string[];
  chunks: WordSetChunk[];
}

/**
 * `float32`: little-endian, as the source has them. `int8`: first one little-endian float32 scale a row, then one
 * signed byte a value, which times its row's scale is the value: a quarter of the size, 0.6 % of a vector's length
 * away from it on these words.
 */
export type VectorEncoding = 'float32' | 'int8';

export interface WordSetChunk {
  /** Rank of the first row, 0-based. */
  start: number;
  /** Rank after the last row. */
  end: number;
  /** File of the vectors, row-major [end − start, dimensions], in the chunk's encoding. */
  vectors: string;
  encoding: VectorEncoding;
  vectorBytes: number;
  /** File with a {@link WordChunk}. */
  words: string;
  wordBytes: number;
}

/** Arrays of `end − start` entries each. */
export interface WordChunk {
  words: string[];
  /** Index into the manifest's supersenses; −1 where WordNet does not know the word. */
  supersenses: number[];
  /** WordNet's gloss of that sense; '' where there is none. */
  glosses: string[];
  /** UTF-16 offset of the word in its gloss; −1 where it does not occur. */
  marks: number[];
}

const SMALL_ENDS = [1_000, 2_000, 5_000, 10_000, 20_000];
const LARGE_STEP = 20_000;

/** Words whose vectors are written as they are; rarer ones are written as bytes. */
export const FLOAT32_WORDS = SMALL_ENDS.at(-1);

/**
 * Ends of the chunks that hold `words` rows: the sizes the page offers, then steps of 20,000 (2 MB of vectors
 * of 100 dimensions), so that no fetch and no parse is long.
 */
export function chunkEnds(words: number): number[] {
  const ends = SMALL_ENDS.filter((end) => end < words);
  for (let end = FLOAT32_WORDS + LARGE_STEP; end < words; end += LARGE_STEP) ends.push(end);
  return words > 0 ? [...ends, words] : [];
}
