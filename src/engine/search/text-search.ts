import { FvError } from '../errors';
import { FuzzyMatcher, narrows } from './fuzzy-matcher';
import type { Matcher, SearchMode } from './matcher';
import { PatternMatcher } from './pattern-matcher';
import { rankRows, UNRANKED } from './rank';
import { SubstringMatcher } from './substring-matcher';
import { TextField } from './text-field';

/** What is searched for, and where. */
export interface TextQuery {
  query: string;
  mode: SearchMode;
  /** Numbers of fields, the most important first; 0 is the labels. */
  fields: readonly number[];
  /** Leading rows of interest. */
  rows: number;
}

/** All rows that match. */
export interface TextMatches {
  /** Ascending. */
  ids: Uint32Array;
  /** The same, best first: labels before columns, fewest errors, whole text, its beginning, beginning of a word, shorter texts, order of rows. */
  ranked: Uint32Array;
}

/** What of one row matches. */
export interface RowMarks {
  /** Number of the field that matches, the first of those asked for. */
  field: number;
  text: string;
  /** Pairs of offsets into `text`, ascending. */
  spans: number[];
}

/** Texts of the rows of a map, by numbered fields, and the searches in them. */
export class TextSearch {
  readonly #fields = new Map<number, TextField>();
  /** The fuzzy search before: a longer query matches only where its beginning did. */
  #last: (TextQuery & { ids: Uint32Array }) | null = null;

  /** Forgets every text. */
  clear(): void {
    this.#fields.clear();
    this.#last = null;
  }

  /** Appends rows to a field. */
  append(field: number, texts: readonly string[]): void {
    const known = this.#fields.get(field) ?? new TextField();
    known.append(texts);
    this.#fields.set(field, known);
    this.#last = null;
  }

  /** An empty query matches nothing, but readies the fields for the next. @throws FvError for an invalid pattern. */
  search(query: TextQuery): TextMatches {
    const matcher = matcherOf(query);
    const { fields, mode, rows } = query;
    if (matcher === null) {
      for (const field of fields) this.#field(field).ready();
      return { ids: new Uint32Array(0), ranked: new Uint32Array(0) };
    }
    const ranks = new Uint16Array(rows).fill(UNRANKED);
    const candidates = this.#narrowed(query);
    for (const field of fields) matcher.rank(this.#field(field), { rows, candidates, inColumn: field !== 0 }, ranks);
    const matches = rankRows(ranks);
    this.#last = mode === 'fuzzy' ? { ...query, ids: matches.ids.slice() } : null;
    return matches;
  }

  /** What of each of `ids` matches. */
  marks(query: TextQuery, ids: readonly number[]): RowMarks[] {
    const matcher = matcherOf(query);
    return ids.map((id) => {
      for (const field of matcher === null ? [] : query.fields) {
        const text = this.#field(field).text(id);
        const spans = matcher!.spans(text);
        if (spans.length > 0) return { field, text, spans };
      }
      return { field: 0, text: this.#field(0).text(id), spans: [] };
    });
  }

  /** Rows that alone can match, where the query before tells: its words are the beginnings of this one's, with no fewer errors allowed. */
  #narrowed({ query, mode, fields, rows }: TextQuery): Uint32Array | null {
    const last = this.#last;
    if (mode !== 'fuzzy' || last === null || last.rows < rows || last.fields.join() !== fields.join()) return null;
    return narrows(last.query, query) ? last.ids : null;
  }

  #field(number: number): TextField {
    const field = this.#fields.get(number);
    if (!field) throw new FvError({ code: 'internal', expected: `texts of field ${number}`, received: 'none', fix: 'append them before the search' });
    return field;
  }
}

function matcherOf({ query, mode }: TextQuery): Matcher | null {
  if (mode === 'regex') return query === '' ? null : new PatternMatcher(query);
  const trimmed = query.trim();
  if (trimmed === '') return null;
  return mode === 'fuzzy' ? new FuzzyMatcher(trimmed) : new SubstringMatcher(trimmed);
}
