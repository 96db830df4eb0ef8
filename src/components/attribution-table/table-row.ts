import { html, nothing, render, type TemplateResult } from 'lit';
import { FvError, type AttributionRow } from '../../engine';
import { levelClass } from '../activation-text/levels';
import { renderBlock } from '../activation-text/render-block';
import { cutBlocks } from '../activation-text/text-blocks';
import { formatCount, formatPercent, formatValue } from '../number-format';
import type { Strings } from '../strings';
import type { AttributionStrings } from '../strings/attribution';
import { styleText } from '../style-text';
import type { ShownAttributions } from './attribution-source';
import type { ScoredText } from './scored-text';

/** Where the keyboard is: a row by its place in the table, and a token of it; −1 for none. */
export interface TableCursor {
  row: number;
  token: number;
}

/** Everything a row is made of. */
export interface RowModel {
  shown: ShownAttributions;
  /** Place in the table, from 0. */
  at: number;
  row: AttributionRow;
  scored: ScoredText | FvError | null;
  cursor: TableCursor;
  strings: Strings;
  words: AttributionStrings;
}

/** A figure with its sign: its colour is not all that tells it. */
export function signedValue(value: number, strings: Strings): string {
  if (Number.isNaN(value)) return '–';
  const size = formatValue(Math.abs(value), strings);
  return value > 0 ? `+${size}` : value < 0 ? `−${size}` : size;
}

/** Makes or remakes the elements of a row in `element`. */
export function renderRow(element: HTMLElement, model: RowModel): void {
  const { at, row, cursor, shown } = model;
  element.className = row.wrong ? 'block row wrong' : 'block row';
  element.id = `row-${at}`;
  element.role = 'row';
  // The header is row 1.
  element.ariaRowIndex = String(at + 2);
  element.ariaSelected = String(cursor.row === at);
  render(cells(model, columnsOf(shown)), element);
}

/** The columns that have anything to say. */
export function columnsOf({ has }: Pick<ShownAttributions, 'has'>): { gold: boolean; prediction: boolean } {
  return { gold: has.gold, prediction: has.prediction || has.probability };
}

function cells({ shown, at, row, scored, cursor, strings, words }: RowModel, columns: ReturnType<typeof columnsOf>): TemplateResult {
  const share = Number.isNaN(row.sum) || shown.largestSum === 0 ? 0 : row.sum / shown.largestSum;
  return html`<div class="cell number" role="gridcell">${formatCount(row.sample + 1, strings)}</div>
    ${columns.gold ? html`<div class="cell gold" role="gridcell" data-label=${words.gold}><bdi>${row.gold ?? words.unknown}</bdi></div>` : nothing}
    ${columns.prediction
      ? html`<div class="cell prediction" role="gridcell" data-label=${words.prediction}><bdi>${row.prediction ?? words.unknown}</bdi>
        ${Number.isNaN(row.probability) ? nothing : html`<span class="figure">${formatPercent(row.probability, strings)}</span>`}
        ${row.wrong ? html`<span class="tag">${words.wrong}</span>` : nothing}</div>`
      : nothing}
    <div class="cell text-cell" role="gridcell">${scoredText(scored, row, cursor.row === at ? cursor.token : -1, words)}</div>
    <div class="cell sum" role="gridcell"><span>${signedValue(row.sum, strings)}</span>
      <span class="sum-bar" aria-hidden="true"><span class=${share < 0 ? 'minus' : 'plus'} style=${styleText(`width: ${(50 * Math.abs(share)).toFixed(1)}%`)}></span></span>
      ${row.delta === null ? nothing : html`<span class="figure" title=${words.deltaTitle}>${words.delta(signedValue(row.delta, strings))}</span>`}
      ${row.missing === 0 ? nothing : html`<span class="figure">${words.missing(formatCount(row.missing, strings))}</span>`}
    </div>`;
}

function scoredText(scored: RowModel['scored'], row: AttributionRow, token: number, words: AttributionStrings): unknown {
  if (scored === null) return html`<span class="hint">${words.noScores(row.prediction ?? '')}</span>`;
  if (scored instanceof FvError) return html`<span class="row-error">${words.rowError(scored.expected, scored.received)}</span>`;
  const { text, groups, values, scale, elsewhere } = scored;
  const look = { text, groups, classOf: (group: number) => levelClass(values[group], scale), ranges: [], cursor: token, linked: -1, marked: false };
  const chips = (leading: boolean) => elsewhere.map((score, i) => (score.leading === leading
    ? html`<span class="s chip ${levelClass(score.value, scale)}" data-e=${i} ?data-cursor=${token === groups.starts.length + i}>${score.token}</span>`
    : nothing));
  return html`${chips(true)}${cutBlocks(text, groups.ends).map((block) => renderBlock(document, block, look))}${chips(false)}`;
}
