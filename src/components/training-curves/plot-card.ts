import { html, nothing, type TemplateResult } from 'lit';
import type { PlacedFinding } from '../../engine';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import { formatX } from './axis-format';
import { valueText, type ReadingContext } from './cursor-reader';
import { findingText } from './finding-text';
import { lineName } from './line-names';
import { lineSwatch } from './line-swatch';
import type { CursorPoint, PanelPlot } from './panel-plot';
import type { PlotPlace } from './plot-gestures';

/** Lines of a card: of more, the one under the pointer and the first others. */
const MOST_LINES = 12;

/** Between the crosshair and its card, CSS pixels. */
const BESIDE_PX = 12;

/** The values under the crosshair, that of the nearest line marked. */
export function pointCard(x: number, points: readonly CursorPoint[], own: CursorPoint | null, { panel, shown, strings, words }: ReadingContext): TemplateResult {
  const isOwn = (point: CursorPoint) => point.line === own?.line;
  const listed = points.length <= MOST_LINES ? points : points.filter((point, i) => isOwn(point) || i < MOST_LINES);
  return html`<p class="card-title">${words.xs[shown.x]} ${formatX(x, shown.x, strings)}</p>
    <dl>${listed.map((point) => html`<dt class=${isOwn(point) ? 'own' : ''}>${lineSwatch(point.line)}${lineName(point.line, panel, words)}</dt><dd class=${isOwn(point) ? 'own' : ''}>${valueText(point.line.curve.y[point.place], strings, words)}</dd>`)}</dl>
    ${listed.length < points.length ? html`<p>+${points.length - listed.length}</p>` : nothing}`;
}

/** What the run doctor found, with its numbers. */
export function findingCard({ finding, line }: PlacedFinding, strings: Strings, words: CurveStrings): TemplateResult {
  const { title, text } = findingText(finding, strings, words);
  return html`<p class="card-title">${title}${line.run === '' ? nothing : html` <span class="of">${line.run} · ${words.splits[line.split]}</span>`}</p><p>${text}</p>`;
}

/** Puts a card beside a place of a plot, within the element. */
export function placeCard(card: HTMLElement, { elements: { area } }: PanelPlot, { xPx, yPx }: PlotPlace): void {
  const root = card.offsetParent?.getBoundingClientRect();
  const plot = area.getBoundingClientRect();
  if (!root) return;
  const at = plot.left - root.left + xPx;
  const room = root.width - card.offsetWidth - 4;
  const beside = at + BESIDE_PX <= room ? at + BESIDE_PX : at - BESIDE_PX - card.offsetWidth;
  const left = Math.max(4, Math.min(room, beside));
  const top = Math.max(4, Math.min(root.height - card.offsetHeight - 4, plot.top - root.top + yPx - card.offsetHeight / 2));
  card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
