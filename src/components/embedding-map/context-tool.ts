import { formatCount } from '../number-format';
import { contextStringsFor } from '../strings/contexts';
import { concordance, sortedLines, type ConcordanceLine, type ConcordanceOrder } from './concordance';
import type { MapContext } from './map-context';
import type { MapPanel, MapTool } from './map-tools';
import { occurrencesOf } from './occurrences';
import { ContextsPanel } from './panels/contexts-panel';
import { contextStyles } from './panels/contexts-panel.styles';

/** Lines listed; more would take long to sort, and nobody reads them. */
const MAX_LINES = 10_000;

/** The occurrences of a word: contextual vectors give one point to each. */
export class ContextTool implements MapTool {
  readonly panel: MapPanel & ContextsPanel;
  readonly #context: MapContext;
  #row = -1;
  #rows: readonly number[] = [];
  #order: ConcordanceOrder = 'row';
  #lines: readonly ConcordanceLine[] = [];

  constructor(context: MapContext) {
    this.#context = context;
    context.adoptStyles(contextStyles);
    this.panel = new ContextsPanel(context, this);
    context.subscribe((change) => {
      if (change === 'data' || change === 'rows') this.#follow(-1);
      else if (change === 'selection') this.#followSelection();
    });
    this.#followSelection();
  }

  /** The word whose occurrences are listed; '' for none. */
  get word(): string {
    return this.#row < 0 ? '' : this.#context.content.data!.labels[this.#row];
  }

  /** Rows of all its occurrences, ascending. */
  get rows(): readonly number[] {
    return this.#rows;
  }

  /** The first of them as lines, in {@link order}. */
  get lines(): readonly ConcordanceLine[] {
    return this.#lines;
  }

  get order(): ConcordanceOrder {
    return this.#order;
  }

  /** Sorts the lines. */
  sort(order: ConcordanceOrder): void {
    this.#order = order;
    this.#list();
  }

  /** Selects all occurrences of the word of a row, and lists them. */
  explode(row: number): void {
    this.#follow(row);
    this.#context.select(this.#rows);
    const { locale, strings } = this.#context;
    this.#context.announce(contextStringsFor(locale).announce(this.word, formatCount(this.#rows.length, strings)));
    this.#context.open('contexts');
  }

  /** The word follows what is clicked; it stays while one of its own occurrences is. */
  #followSelection(): void {
    const { selected, content } = this.#context;
    const row = selected.length > 0 ? selected[selected.length - 1] : -1;
    if (row >= 0 && (this.#row < 0 || content.data?.labels[row] !== this.word)) this.#follow(row);
  }

  #follow(row: number): void {
    const labels = this.#context.content.data?.labels ?? [];
    this.#row = row < this.#context.rows ? row : -1;
    this.#rows = this.#row < 0 ? [] : occurrencesOf(labels, row).filter((other) => other < this.#context.rows);
    this.#list();
  }

  #list(): void {
    const { data } = this.#context.content;
    this.#lines = data?.contexts ? sortedLines(concordance(data, this.#rows.slice(0, MAX_LINES)), this.#order, this.#context.locale) : [];
    this.panel.listed();
    this.#context.requestUpdate();
  }
}
