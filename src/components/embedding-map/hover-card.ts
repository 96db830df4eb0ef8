import { html, nothing, type TemplateResult } from 'lit';
import type { EmbeddingMapData, PointContext } from '../../engine';
import { formatValue } from '../number-format';
import type { Strings } from '../strings';

/** Characters of a context shown on either side of the point's own span; more would not fit the card. */
const CONTEXT_REACH = 120;

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
  const before = text.slice(0, start);
  const after = text.slice(end);
  const reach = end === 0 ? 2 * CONTEXT_REACH : CONTEXT_REACH;
  return {
    before: before.length > CONTEXT_REACH ? `…${before.slice(-CONTEXT_REACH)}` : before,
    own: text.slice(start, end),
    after: after.length > reach ? `${after.slice(0, reach)}…` : after,
  };
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
