import { FvError, MapSearch, type MapMarks, type MapQuery, type SearchMode, type TextMatches } from '../../engine';
import { emit } from '../events';
import { formatCount } from '../number-format';
import { searchStringsFor } from '../strings/search';
import type { MapContext } from './map-context';
import type { MapPanel, MapTool } from './map-tools';
import { SearchPanel } from './panels/search-panel';

/** Name of the lens of matches, as a column to colour by. */
const LENS = 'search';

/** How `search()` reads its query. */
export interface SearchOptions {
  /** Letters in a row (default), words with typing errors, or a regular expression. Only the last minds accents; none minds letter case. */
  mode?: SearchMode;
  /** Columns to search besides the labels. */
  columns?: readonly string[];
  /** Only so many, the best; they come best first then. */
  limit?: number;
}

/**
 * Finds points by their labels and columns. The query is a property of the map; whoever sets it, its matches are kept
 * here, newer queries overtake older ones, and points that do not match are muted where that is wished.
 */
export class SearchTool implements MapTool {
  readonly panel: MapPanel & SearchPanel;
  readonly #context: MapContext;
  readonly #search = new MapSearch();
  /** The data set that the search reads. */
  #source = { generation: -1, rows: -1 };
  /** What is wanted, and what {@link matches} are of, as text. */
  #wanted = '';
  #done = '';
  #query: MapQuery | null = null;
  #matches: TextMatches | null = null;
  #failure: FvError | null = null;
  #working = false;
  /** Whether the user asked for what is wanted: the page hears of it then. */
  #byUser = false;
  #marks = new Map<number, MapMarks>();
  #marking = false;
  /** The matches that all other points are muted for. */
  #kept: TextMatches | null = null;
  /** The matches that the lens shows. */
  #lens: TextMatches | null = null;

  constructor(context: MapContext) {
    this.#context = context;
    this.panel = new SearchPanel(context, this);
    context.subscribe((change) => {
      if (change === 'properties' || change === 'data' || change === 'rows') this.#refresh();
    });
    this.#refresh();
  }

  /** The rows that match the map's query; null without one, and after a failure. */
  get matches(): TextMatches | null {
    return this.#matches;
  }

  /** Why there are none; null otherwise. */
  get failure(): FvError | null {
    return this.#failure;
  }

  /** Ids of the points that match, in order of rows; best first with a `limit`. @throws FvError for an invalid or endless pattern, or an unknown column. */
  async search(query: string, { mode = 'substring', columns = [], limit }: SearchOptions = {}): Promise<Uint32Array> {
    this.#updateSource();
    const { content, rows } = this.#context;
    const { ids, ranked } = await this.#search.search({ query, mode, columns, rows });
    return (limit === undefined ? ids : ranked.slice(0, limit)).map((row) => content.idOf(row));
  }

  /** Changes the query as the user does: with the event. */
  ask(change: { query?: string; searchMode?: SearchMode; searchColumns?: readonly string[] }): void {
    Object.assign(this.#context.host, change);
    this.#byUser = true;
    this.#refresh();
  }

  /** What of these rows matches, as far as it is known; the rest is asked for. */
  marksOf(rows: readonly number[]): (MapMarks | undefined)[] {
    const unknown = rows.filter((row) => !this.#marks.has(row));
    if (unknown.length > 0) void this.#mark(unknown);
    return rows.map((row) => this.#marks.get(row));
  }

  disconnected(): void {
    this.#search.stop();
  }

  #updateSource(): void {
    const { content } = this.#context;
    const { generation } = content;
    const rows = content.points;
    if (this.#source.generation === generation && this.#source.rows === rows) return;
    const grown = this.#source.generation === generation;
    this.#search.setSource(content.data ?? { labels: [] }, { grown });
    this.#source = { generation, rows };
    if (grown) return;
    // Masks and lenses go with the data they are of.
    this.#matches = this.#kept = this.#lens = null;
    this.#done = '';
    this.panel.found();
  }

  /** Searches where what is wanted has changed, and mutes as is wished. */
  #refresh(): void {
    this.#updateSource();
    const { host, content, rows } = this.#context;
    const columns = host.searchColumns.filter((name) => Object.hasOwn(content.data?.columns ?? {}, name));
    this.#query = { query: host.query, mode: host.searchMode, columns, rows };
    this.#wanted = JSON.stringify([this.#query, content.generation]);
    if (this.#wanted !== this.#done) void this.#work();
    else {
      this.#byUser = false;
      this.#show();
    }
  }

  /** One search after the other, always the latest; those overtaken in between are never made. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    while (this.#wanted !== this.#done) {
      const wanted = this.#wanted;
      const query = this.#query!;
      let matches: TextMatches | null = null;
      let failure: FvError | null = null;
      try {
        // An empty query sends the texts ahead of the first letter.
        const found = await this.#search.search(query);
        if (query.query.trim() !== '') matches = found;
      } catch (error) {
        failure = FvError.from(error);
      }
      if (wanted !== this.#wanted) continue;
      this.#done = wanted;
      this.#take(matches, failure);
    }
    this.#working = false;
  }

  #take(matches: TextMatches | null, failure: FvError | null): void {
    this.#matches = matches;
    this.#failure = failure;
    this.#marks = new Map();
    this.#show();
    this.panel.found();
    this.#context.requestUpdate();
    if (!this.#byUser) return;
    this.#byUser = false;
    const { host, strings, locale, rows } = this.#context;
    const words = searchStringsFor(locale);
    if (matches) this.#context.announce(words.matches(formatCount(matches.ids.length, strings), formatCount(rows, strings)));
    emit(host, 'fv-search', { query: host.query, mode: host.searchMode, count: matches?.ids.length ?? 0 });
  }

  /** Mutes what does not match, and offers the matches as a column to colour by, where that is wished. */
  #show(): void {
    this.#mute();
    const lens = this.#context.host.colorBy === LENS ? this.#matches : null;
    if (lens === this.#lens) return;
    this.#lens = lens;
    const words = searchStringsFor(this.#context.locale);
    const column = lens && Array.from({ length: this.#context.content.points }, () => words.noMatch);
    for (const row of lens?.ids ?? []) column![row] = words.match;
    this.#context.setLens(LENS, column);
  }

  #mute(): void {
    const kept = this.#context.host.searchMuted ? this.#matches : null;
    if (kept === this.#kept) return;
    this.#kept = kept;
    const mask = kept && new Uint8Array(this.#context.content.points).fill(1);
    for (const row of kept?.ids ?? []) mask![row] = 0;
    this.#context.mute('search', mask);
  }

  async #mark(rows: readonly number[]): Promise<void> {
    if (this.#marking || this.#matches === null || this.#wanted !== this.#done) return;
    this.#marking = true;
    const marks = this.#marks;
    try {
      const found = await this.#search.marks(this.#query!, rows);
      rows.forEach((row, i) => marks.set(row, found[i]));
    } catch {
      // The matches stand without marks.
    } finally {
      this.#marking = false;
    }
    if (marks === this.#marks) this.#context.requestUpdate();
  }
}
