import { FvError } from '../errors';
import type { Matcher, MatchScope } from './matcher';
import { placeOf, rankOf } from './rank';
import type { TextField } from './text-field';

/** Spans of one text that are told, at most. */
const MOST_SPANS = 32;

/** What engines write before the reason. */
const BOILERPLATE = /^Invalid regular expression: (?:\/.*\/[a-z]*: )?/s;

/** Finds what a regular expression matches in the texts as they are, letter case aside. */
export class PatternMatcher implements Matcher {
  readonly #source: string;
  readonly #flags: string;

  /** @throws FvError `invalid-option` with the reason where `source` is no regular expression. */
  constructor(source: string) {
    this.#source = source;
    // By code points first; patterns from elsewhere may hold escapes that only the older reading allows.
    this.#flags = isValid(source, 'iu') ? 'iu' : 'i';
    try {
      RegExp(source, this.#flags);
    } catch (error) {
      throw new FvError(
        { code: 'invalid-option', expected: 'a regular expression', received: (error as Error).message.replace(BOILERPLATE, ''), fix: 'finish or correct the pattern, or search without regular expressions' },
        { cause: error },
      );
    }
  }

  rank(field: TextField, { rows, inColumn }: MatchScope, ranks: Uint16Array): void {
    const pattern = new RegExp(this.#source, this.#flags);
    const end = Math.min(rows, field.rows);
    for (let row = 0; row < end; row++) {
      const text = field.text(row);
      const match = pattern.exec(text);
      if (match === null) continue;
      const place = placeOf(match.index, match[0].length, text.length, text.charCodeAt(match.index - 1));
      ranks[row] = Math.min(ranks[row], rankOf(place, text.length, 0, inColumn));
    }
  }

  spans(text: string): number[] {
    const spans: number[] = [];
    for (const match of text.matchAll(new RegExp(this.#source, `${this.#flags}g`))) {
      if (match[0].length > 0) spans.push(match.index, match.index + match[0].length);
      if (spans.length === 2 * MOST_SPANS) break;
    }
    return spans;
  }
}

function isValid(source: string, flags: string): boolean {
  try {
    RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
}
