import { html, type TemplateResult } from 'lit';
import type { HeatmapView } from '../../engine';
import { segmentText, valueText } from '../activation-text/segment-card';
import { placeCard } from '../embedding-map/place-card';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';
import type { HeatmapStrings } from '../strings/heatmap';
import { cellValue, segmentOf, unitLabel } from './cell-facts';
import type { ShownHeatmap } from './heatmap-source';
import type { Cell } from './marks';

/** UTF-16 units of context on either side. */
const REACH = 24;

/** What is known about a cell; hidden where there is none. */
export function cellCard(shown: ShownHeatmap | null, cell: Cell | null, strings: Strings, words: ActivationStrings, own: HeatmapStrings): TemplateResult {
  if (!shown || !cell) return html`<div class="panel card" part="card" hidden></div>`;
  const { text } = shown.samples[shown.sample];
  const segment = segmentOf(shown, cell.segment);
  const before = text.slice(wholeCharacter(text, segment.start - REACH), segment.start);
  const after = text.slice(segment.end, wholeCharacter(text, segment.end + REACH));
  return html`<div class="panel card" part="card">
    <p class="card-label"><bdi>${segmentText(segment.text, words)}</bdi></p>
    <p class="context-line"><bdi>${before}<mark>${segment.text}</mark>${after}</bdi></p>
    <dl>
      <dt>${words.value}</dt><dd>${valueText(cellValue(shown, cell), strings, words)}</dd>
      <dt>${words.unit}</dt><dd>${unitLabel(shown, cell.unit, words)}</dd>
      <dt>${own.segment}</dt><dd>${formatCount(cell.segment, strings)}</dd>
    </dl></div>`;
}

/** Puts the card, where it is to be seen, beside its cell and into the element. */
export function placeCellCard(element: HTMLElement, cell: Cell, shown: ShownHeatmap, view: HeatmapView): void {
  const card = element.shadowRoot!.querySelector<HTMLElement>('.card:not([hidden])');
  const plot = element.shadowRoot!.querySelector<HTMLElement>('.plot');
  if (!card || !plot) return;
  const outer = element.getBoundingClientRect();
  const box = plot.getBoundingClientRect();
  const x = box.left - outer.left + (cell.segment + 0.5 - view.column) * view.cellWidth;
  const y = box.top - outer.top + (shown.rowOf[cell.unit] + 0.5 - view.row) * view.cellHeight;
  const { left, top, maxHeight } = placeCard(x, y, { width: card.offsetWidth, height: card.scrollHeight }, { width: outer.width, height: outer.height });
  card.style.transform = `translate(${left}px, ${top}px)`;
  card.style.maxHeight = `${maxHeight}px`;
}

/** The offset within the text, or the one before it where it would cut a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const at = Math.min(text.length, Math.max(0, offset));
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
