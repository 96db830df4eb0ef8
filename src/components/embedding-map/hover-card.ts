import { html, nothing, type TemplateResult } from 'lit';
import type { EmbeddingMapData, PointContext } from '../../engine';
import { formatValue } from '../number-format';
import type { Strings } from '../strings';

/** How much of a context is shown on either side of the point's own span, and of a long span itself, in letters: with more the card would cut the span off. */
const CONTEXT_REACH = 120;

/** What a character takes of that: a letter of a full-width script two, a new line what is left of the one before. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;
const LINE_LETTERS = 40;

/** Columns shown. */
const MAX_COLUMNS = 8;

/** A piece of a context around the point's own span. */
export interface ContextPieces {
  before: string;
  own: string;
  after: string;
}

/** Cuts a long context down to the span's surroundings; a span outside the text is moved into it. */
export function contextPieces(context: string | PointContext): ContextPieces {
  const text = typeof context === 'string' ? context : context.text;
  const end = typeof context === 'string' ? 0 : Math.max(0, Math.min(context.end, text.length));
  const start = typeof context === 'string' ? 0 : Math.max(0, Math.min(context.start, end));
  return {
    before: lastPart(text.slice(0, start)),
    own: firstPart(text.slice(start, end), CONTEXT_REACH),
    after: firstPart(text.slice(end), end === 0 ? 2 * CONTEXT_REACH : CONTEXT_REACH),
  };
}

function lastPart(text: string): string {
  const shown = fitting(Array.from(text.slice(-2 * CONTEXT_REACH)).reverse(), CONTEXT_REACH).reverse().join('');
  return shown.length < text.length ? `…${shown}` : shown;
}

function firstPart(text: string, letters: number): string {
  const shown = fitting(Array.from(text.slice(0, 2 * letters)), letters).join('');
  return shown.length < text.length ? `${shown}…` : shown;
}

/** As many of the first characters as take no more than so many letters. */
function fitting(characters: readonly string[], letters: number): string[] {
  let taken = 0;
  const end = characters.findIndex((character) => (taken += character === '\n' ? LINE_LETTERS : WIDE.test(character) ? 2 : 1) > letters);
  return characters.slice(0, end < 0 ? undefined : end);
}

function columnValue(value: string | number | null | undefined, strings: Strings): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  return Number.isFinite(value) ? formatValue(value, strings) : null;
}

/** What is known about a point: its label, its context with its own span marked, its columns. Text only, never HTML. */
export function hoverCard(data: EmbeddingMapData, id: number, strings: Strings): TemplateResult {
  const context = data.contexts?.[id];
  const rows = Object.entries(data.columns ?? {})
    .map(([name, column]) => [name, columnValue(column[id], strings)] as const)
    .filter(([, value]) => value !== null)
    .slice(0, MAX_COLUMNS);
  return html`
    <p class="card-label">${data.labels[id]}</p>
    ${context === undefined ? nothing : contextLine(contextPieces(context))}
    ${rows.length === 0
      ? nothing
      : html`<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`}
  `;
}

function contextLine({ before, own, after }: ContextPieces): TemplateResult | typeof nothing {
  if (before === '' && own === '' && after === '') return nothing;
  return html`<p class="card-context">${before}${own === '' ? nothing : html`<mark>${own}</mark>`}${after}</p>`;
}
