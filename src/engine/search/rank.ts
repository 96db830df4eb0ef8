/** Where a text matches, best first: the whole of it, its beginning, the beginning of a word in it, elsewhere. */
export const PLACES = { whole: 0, prefix: 1, wordStart: 2, inside: 3 } as const;

/** One of {@link PLACES}. */
export type Place = (typeof PLACES)[keyof typeof PLACES];

/** Lengths from here on rank alike, UTF-16 units. */
const LONGEST = 63;
const MOST_ERRORS = 3;
/** Ranks of one field. */
const FIELD_RANKS = (MOST_ERRORS + 1) * 4 * (LONGEST + 1);

/** No match. */
export const UNRANKED = 0xffff;

/** A row's rank, lower is better: labels before columns, fewer errors, place, shorter texts. */
export function rankOf(place: Place, length: number, errors = 0, inColumn = false): number {
  return ((inColumn ? FIELD_RANKS : 0) + (Math.min(errors, MOST_ERRORS) * 4 + place) * (LONGEST + 1)) + Math.min(length, LONGEST);
}

/** Does a word begin after this UTF-16 unit? Beyond ASCII every unit counts as part of a word. */
export function endsWord(code: number): boolean {
  const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code < 128 && !letter && !(code >= 48 && code <= 57);
}

/** The place of a match of `length` units at `start` of a text of `textLength` units; `before` is the unit before it. */
export function placeOf(start: number, length: number, textLength: number, before: number): Place {
  if (start === 0) return length === textLength ? PLACES.whole : PLACES.prefix;
  return endsWord(before) ? PLACES.wordStart : PLACES.inside;
}

/** The rows that have a rank: ascending, and by rank, equal ones by row. A counting sort: 341,479 rows take a few ms. */
export function rankRows(ranks: Uint16Array): { ids: Uint32Array; ranked: Uint32Array } {
  const starts = new Uint32Array(2 * FIELD_RANKS + 1);
  for (let i = 0; i < ranks.length; i++) if (ranks[i] !== UNRANKED) starts[ranks[i] + 1]++;
  for (let rank = 0; rank < 2 * FIELD_RANKS; rank++) starts[rank + 1] += starts[rank];
  const count = starts[2 * FIELD_RANKS];
  const ids = new Uint32Array(count);
  const ranked = new Uint32Array(count);
  for (let row = 0, at = 0; row < ranks.length; row++) {
    if (ranks[row] === UNRANKED) continue;
    ids[at++] = row;
    ranked[starts[ranks[row]]++] = row;
  }
  return { ids, ranked };
}
