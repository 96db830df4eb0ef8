import { foldOffsets, foldText } from './fold';
import type { Matcher, MatchScope } from './matcher';
import { placeOf, rankOf } from './rank';
import { nearestOccurrence } from './nearest-occurrence';
import type { TextField } from './text-field';

/** Letters of one word that are compared; bits of a machine word. */
const MOST_LETTERS = 31;
const LINE_FEED = 10;

/** Typing errors allowed in a word of so many letters: short words would match everything. */
export function allowedErrors(letters: number): 0 | 1 | 2 {
  if (letters < 4) return 0;
  return letters < 7 ? 1 : 2;
}

/**
 * Finds the words of a query in any order, each with a few errors: letters too many, too few, other ones, or two
 * neighbours swapped. All states of the comparison are bits of one number, moved on by a few operations a letter
 * (Wu & Manber 1992, doi 10.1145/135239.135244; swapped letters after Hyyrö 2003).
 */
export class FuzzyMatcher implements Matcher {
  readonly #words: string[];

  constructor(query: string) {
    this.#words = wordsOf(query);
  }

  rank(field: TextField, { rows, candidates, inColumn }: MatchScope, ranks: Uint16Array): void {
    let left = candidates ?? Uint32Array.from({ length: Math.min(rows, field.rows) }, (_, row) => row);
    const found: RowMatches[] = [];
    for (const word of this.#words) {
      const matches = matchWord(word, field, left);
      found.push(matches);
      left = matches.rows;
    }
    const { starts, codes } = field;
    const errors = totalErrors(found, left);
    const [first] = found;
    for (let i = 0, at = 0; i < left.length; i++) {
      const row = left[i];
      while (first.rows[at] !== row) at++;
      const start = starts[row];
      const textLength = starts[row + 1] - 1 - start;
      const letters = this.#words[0].length;
      // Where a match begins is known but for its errors: near enough to a text's edge counts as on it.
      const from = first.ends[at] - letters;
      const offset = Math.abs(from) <= first.errors[at] ? 0 : Math.max(0, from);
      const whole = offset === 0 && Math.abs(textLength - letters) <= first.errors[at] && found.length === 1;
      const place = placeOf(offset, whole ? textLength : Math.min(letters, textLength - 1), textLength, offset > 0 ? codes[start + offset - 1] : 0);
      ranks[row] = Math.min(ranks[row], rankOf(place, textLength, errors[i], inColumn));
    }
  }

  spans(text: string): number[] {
    const offsets = foldOffsets(text);
    if (offsets === null) return [];
    const folded = foldText(text);
    const spans: [number, number][] = [];
    for (const word of this.#words) {
      const { start, end, errors } = nearestOccurrence(word, folded);
      if (errors > allowedErrors(word.length)) return [];
      spans.push([offsets[start], offsets[end]]);
    }
    return joinSpans(spans);
  }
}

function wordsOf(query: string): string[] {
  return foldText(query).split(/\s+/).filter((word) => word !== '').map((word) => word.slice(0, MOST_LETTERS));
}

/** Can `after` match only where `before` does? Its words begin with those and may have no more errors; there may be more of them. */
export function narrows(before: string, after: string): boolean {
  const words = wordsOf(after);
  return wordsOf(before).every((word, i) => i < words.length && words[i].startsWith(word) && allowedErrors(words[i].length) <= allowedErrors(word.length));
}

/** The rows that contain one word: ascending; their least errors, and where the first such match ends, units into the text. */
interface RowMatches {
  rows: Uint32Array;
  errors: Uint8Array;
  ends: Uint32Array;
}

function matchWord(word: string, { codes, starts }: TextField, candidates: Uint32Array): RowMatches {
  const allowed = allowedErrors(word.length);
  const masks = new Int32Array(65536);
  for (let i = 0; i < word.length; i++) masks[word.charCodeAt(i)] |= 1 << i;
  const last = 1 << (word.length - 1);
  const rows = new Uint32Array(candidates.length);
  const errors = new Uint8Array(candidates.length);
  const ends = new Uint32Array(candidates.length);
  let count = 0;
  for (let c = 0; c < candidates.length; c++) {
    const start = starts[candidates[c]];
    // Bit i of r0, r1, r2: the first i + 1 letters of the word end here with at most 0, 1, 2 errors.
    let r0 = 0;
    let r1 = 1;
    let r2 = 3;
    // One letter earlier, for swapped ones.
    let before0 = 0;
    let before1 = 1;
    let maskBefore = 0;
    let best = 3;
    let end = 0;
    for (let i = start; ; i++) {
      const code = codes[i];
      if (code === LINE_FEED) break;
      const mask = masks[code];
      const n0 = ((r0 << 1) | 1) & mask;
      if (allowed > 0) {
        const swapped = (mask << 1) & maskBefore;
        const n1 = (((r1 << 1) | 1) & mask) | r0 | (r0 << 1) | (n0 << 1) | 1 | (((before0 << 2) | 2) & swapped);
        if (allowed > 1) {
          const n2 = (((r2 << 1) | 1) & mask) | r1 | (r1 << 1) | (n1 << 1) | 3 | (((before1 << 2) | 2) & swapped);
          if (best > 2 && (n2 & last) !== 0) {
            best = 2;
            end = i + 1;
          }
          r2 = n2;
        }
        if (best > 1 && (n1 & last) !== 0) {
          best = 1;
          end = i + 1;
        }
        before0 = r0;
        before1 = r1;
        maskBefore = mask;
        r1 = n1;
      }
      r0 = n0;
      if ((n0 & last) !== 0) {
        best = 0;
        end = i + 1;
        break;
      }
    }
    if (best > allowed) continue;
    rows[count] = candidates[c];
    errors[count] = best;
    ends[count++] = end - start;
  }
  return { rows: rows.subarray(0, count), errors: errors.subarray(0, count), ends: ends.subarray(0, count) };
}

/** Errors of all words together, for each of the `rows` that hold all of them. */
function totalErrors(found: readonly RowMatches[], rows: Uint32Array): Uint8Array {
  const total = new Uint8Array(rows.length);
  for (const matches of found) {
    for (let i = 0, at = 0; i < rows.length; i++) {
      while (matches.rows[at] !== rows[i]) at++;
      total[i] += matches.errors[at];
    }
  }
  return total;
}

/** Pairs in order, overlapping ones joined, flat. */
function joinSpans(spans: [number, number][]): number[] {
  const joined: number[] = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    if (joined.length > 0 && start <= joined[joined.length - 1]) joined[joined.length - 1] = Math.max(joined[joined.length - 1], end);
    else joined.push(start, end);
  }
  return joined;
}
