import { FvError } from '../errors';
import type { MetadataColumn } from '../map-data';
import { TaskSlicer } from '../next-task';
import type { RowMarks, SearchMode, TextMatches, TextQuery } from '../search';
import { TaskWorker } from './task-worker';

/** Texts that go to the worker in one message. */
const ROWS_AT_A_TIME = 8192;

/** Longest stretch of work in the page while texts are sent, ms. */
const SLICE_MS = 8;

/** Time a regular expression has; one that outlasts it would most likely never end. */
const PATTERN_TIMEOUT_MS = 1000;

/** What can be searched. Arrays are read, and may grow between searches. */
export interface SearchSource {
  labels: readonly string[];
  columns?: Readonly<Record<string, MetadataColumn>>;
}

/** A search among the leading rows of a source. */
export interface MapQuery {
  query: string;
  mode: SearchMode;
  /** Columns that are searched after the labels. */
  columns: readonly string[];
  rows: number;
}

/** What of a row matches; `column` is null for its label. */
export interface MapMarks extends Omit<RowMarks, 'field'> {
  column: string | null;
}

/** A source, and what of it the worker has. */
interface Holding {
  source: SearchSource;
  /** Column names by number of field − 1. */
  columns: string[];
  /** Rows sent, by number of field. */
  sent: Map<number, number>;
}

/**
 * Searches labels and columns in a worker. Texts are sent when a search first needs them, and again after a pattern
 * that had to be ended; the page never works longer than a slice at it.
 */
export class MapSearch {
  readonly #worker: TaskWorker;
  #holding = hold({ labels: [] });
  /** The one whose texts the worker of this {@link TaskWorker.generation} has. */
  #held: Holding | null = null;
  #generation = 0;
  /** Everything asked for so far, one after the other. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(worker = new TaskWorker()) {
    this.#worker = worker;
  }

  /** What later searches read. `grown`: its first rows are those of the source before. */
  setSource(source: SearchSource, { grown = false } = {}): void {
    if (grown) this.#holding.source = source;
    else this.#holding = hold(source);
  }

  /**
   * All rows that match.
   * @throws FvError `invalid-option` for an invalid pattern or an unknown column, `timeout` for a pattern that takes too long.
   */
  search(query: MapQuery): Promise<TextMatches> {
    return this.#after(async () => this.#worker.call('search', (await this.#prepare(query)).query, { timeoutMs: timeoutOf(query) }));
  }

  /** What of each of `ids` matches. @throws as {@link search}. */
  marks(query: MapQuery, ids: readonly number[]): Promise<MapMarks[]> {
    return this.#after(async () => {
      const prepared = await this.#prepare(query);
      const marks = await this.#worker.call('search-marks', { query: prepared.query, ids }, { timeoutMs: timeoutOf(query) });
      return marks.map(({ field, text, spans }) => ({ column: field === 0 ? null : prepared.columns[field - 1], text, spans }));
    });
  }

  /** Frees the worker and its texts; searches under way end with an error, later ones start anew. */
  stop(): void {
    this.#worker.stop();
  }

  #after<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#work.then(work);
    this.#work = result.catch(() => {});
    return result;
  }

  /** Sees to it that the worker has the texts; what to ask it. */
  async #prepare({ query, mode, columns, rows }: MapQuery): Promise<{ query: TextQuery; columns: string[] }> {
    const holding = this.#holding;
    const known = holding.source.columns ?? {};
    const unknown = columns.find((name) => !Object.hasOwn(known, name));
    if (unknown !== undefined) {
      throw new FvError({ code: 'invalid-option', expected: `columns of the data (${Object.keys(known).join(', ') || 'it has none'})`, received: unknown, fix: 'search in one of these' });
    }
    if (this.#generation !== this.#worker.generation || this.#held !== holding) {
      if (this.#generation === this.#worker.generation && this.#held !== null) await this.#worker.call('search-clear', undefined);
      this.#generation = this.#worker.generation;
      this.#held = holding;
      holding.sent.clear();
    }
    const fields = [0];
    for (const name of columns) {
      if (!holding.columns.includes(name)) holding.columns.push(name);
      fields.push(holding.columns.indexOf(name) + 1);
    }
    for (const field of fields) await this.#send(holding, field);
    if (mode === 'regex' && this.#worker.where === 'inline') {
      throw new FvError({ code: 'invalid-option', expected: 'a worker, which alone can be ended when a pattern takes too long', received: 'a page that may start none', fix: 'allow worker-src in the page\'s policy, or search without regular expressions' });
    }
    return { query: { query, mode, fields, rows }, columns: holding.columns };
  }

  async #send({ source, columns, sent }: Holding, field: number): Promise<void> {
    const slicer = new TaskSlicer(SLICE_MS);
    const values = field === 0 ? source.labels : source.columns![columns[field - 1]];
    let from = sent.get(field) ?? -1;
    // A source without rows is a field all the same.
    while (from < values.length) {
      const to = Math.min(values.length, Math.max(0, from) + ROWS_AT_A_TIME);
      const sending = this.#worker.call('search-append', { field, texts: Array.from(values.slice(Math.max(0, from), to), textOf) });
      if (slicer.due) await slicer.yield();
      await sending;
      sent.set(field, (from = to));
    }
  }
}

const hold = (source: SearchSource): Holding => ({ source, columns: [], sent: new Map() });

const timeoutOf = ({ mode }: MapQuery) => (mode === 'regex' ? PATTERN_TIMEOUT_MS : undefined);

/** A value as it is searched; '' where it is missing. */
function textOf(value: string | number | null): string {
  return value === null || (typeof value === 'number' && !Number.isFinite(value)) ? '' : String(value);
}
