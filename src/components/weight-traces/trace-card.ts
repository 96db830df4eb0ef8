import { html, nothing, type TemplateResult } from 'lit';
import { nearestPlace, type PanelLine } from '../../engine';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import type { WeightStrings } from '../strings/weights';
import { valueText } from '../training-curves/cursor-reader';
import type { CursorPoint } from '../training-curves/panel-plot';
import { formatShare } from './trace-figure';
import type { TracePanel } from './trace-panel';

export interface TraceWords {
  strings: Strings;
  words: WeightStrings;
  curveWords: CurveStrings;
}

/** The name of a line: mean, update or slot. */
export function traceLineName(line: PanelLine, { slots }: TracePanel, words: WeightStrings): string {
  const slot = slots.get(line) ?? null;
  if (slot !== null) return words.slot(String(slot));
  return line.key.startsWith('update') ? words.update : words.mean;
}

/** A point of a line as people read it. */
export function traceValue({ line, place }: CursorPoint, { strings, curveWords }: TraceWords): string {
  const value = line.curve.y[place];
  return line.key.startsWith('update') && Number.isFinite(value) ? formatShare(value, strings) : valueText(value, strings, curveWords);
}

/** The values of a tensor at an iteration: mean, spread, update and every slot. */
export function traceCard(traced: TracePanel, x: number, own: CursorPoint | null, context: TraceWords): TemplateResult {
  const { summary, slots } = traced;
  const { strings, words, curveWords } = context;
  const row = nearestPlace(summary.x, x);
  const slotPoints = Array.from(slots.keys()).flatMap((line) => {
    const place = nearestPlace(line.curve.x, x);
    return slots.get(line) === null || place < 0 || line.curve.x[place] !== x ? [] : [{ line, place }];
  });
  const isOwn = (point: CursorPoint) => point.line === own?.line;
  return html`<p class="card-title">${words.iteration} ${formatCount(x, strings)}</p>
    <dl>
      <dt>${words.mean}</dt><dd>${words.figures(valueText(summary.mean[row], strings, curveWords), valueText(summary.spread[row], strings, curveWords))}</dd>
      ${Number.isNaN(summary.update[row]) ? nothing : html`<dt>${words.update}</dt><dd>${formatShare(summary.update[row], strings)}</dd>`}
      ${slotPoints.map((point) => html`<dt class=${isOwn(point) ? 'own' : ''}>${traceLineName(point.line, traced, words)}</dt><dd class=${isOwn(point) ? 'own' : ''}>${traceValue(point, context)}</dd>`)}
    </dl>`;
}
