import type { TextField } from './text-field';

/** How a query is read: letters in a row; letters with a few typing errors; a regular expression. */
export type SearchMode = 'substring' | 'fuzzy' | 'regex';

/** Which rows a matcher reads. */
export interface MatchScope {
  /** Leading rows of interest. */
  rows: number;
  /** Ascending rows that alone can match; null: all. */
  candidates: Uint32Array | null;
  inColumn: boolean;
}

/** A query, made ready to be asked of many texts. */
export interface Matcher {
  /** Lowers the rank of every row whose text in `field` matches; see `rankOf`. */
  rank(field: TextField, scope: MatchScope, ranks: Uint16Array): void;
  /** What of one text matches: pairs of offsets (start, end), ascending, apart; empty where nothing does. */
  spans(text: string): number[];
}
