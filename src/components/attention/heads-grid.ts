import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Head, HeadOrder, HeadStatistics, ResolvedAttention } from '../../engine';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import type { AttentionStrings } from '../strings/attention';
import { styleText } from '../style-text';
import { headFigure, headFigures } from './head-figures';
import { headPlace, type HeadsLayout } from './heads-layout';

/** Everything the grid of heads reads. */
export interface HeadsGridModel {
  attention: ResolvedAttention;
  layout: HeadsLayout;
  /** Heads, numbered layer by layer, in their order. */
  order: readonly number[];
  sort: HeadOrder;
  statistics: readonly HeadStatistics[] | null;
  chosen: readonly Head[];
  /** Place of the head that the keys are at. */
  active: number;
  strings: Strings;
  words: AttentionStrings;
  key(event: KeyboardEvent): void;
  choose(place: number, event: MouseEvent): void;
}

/** The canvas with the pictures of all heads, and over it an option per head, to point at and to choose. */
export function headsGrid(model: HeadsGridModel): TemplateResult {
  const { attention, layout, order, sort, statistics, chosen, active, strings, words } = model;
  const { layers, heads } = attention;
  return html`<div class="heads" part="heads" role="listbox" tabindex="0" aria-multiselectable="true" aria-label=${words.headsLabel(formatCount(layers * heads, strings))}
    aria-describedby="heads-keys" aria-activedescendant="head-${active}" style=${styleText(`width: ${layout.width}px; height: ${layout.height}px`)} @keydown=${(event: KeyboardEvent) => model.key(event)}
    @click=${(event: MouseEvent) => {
      const place = (event.target as Element).closest<HTMLElement>('.head')?.dataset.place;
      if (place !== undefined) model.choose(Number(place), event);
    }}>
    <canvas class="pictures" aria-hidden="true"></canvas>
    ${guard([attention, layout, order, sort, statistics, chosen, active, words], () => html`${sort === 'position' ? ticks(attention, layout, words) : nothing}${order.map((head, place) => option(model, head, place))}`)}
  </div>`;
}

function option({ attention, layout, sort, statistics, chosen, active, strings, words }: HeadsGridModel, number: number, place: number): TemplateResult {
  const [layer, head] = [Math.floor(number / attention.heads), number % attention.heads];
  const { x, y } = headPlace(layout, place);
  const own = statistics?.[number];
  const figure = own && sort !== 'position' ? headFigure(own, sort, strings, words) : null;
  const name = words.head(String(layer), String(head));
  const details = own ? headFigures(own, strings, words).map((each) => each.join(' ')) : [];
  return html`<div class="head ${place === active ? 'active' : ''}" role="option" id="head-${place}" data-place=${place} aria-label=${figure ? `${name}, ${figure}` : name} title=${[name, ...details].join('\n')}
    aria-selected=${chosen.some((each) => each[0] === layer && each[1] === head) ? 'true' : 'false'} aria-setsize=${attention.layers * attention.heads} aria-posinset=${place + 1}
    style=${styleText(`left: ${x}px; top: ${y}px; width: ${layout.size}px; height: ${layout.size}px`)}></div>
    ${layout.caption > 0
      ? html`<span class="caption" aria-hidden="true" style=${styleText(`left: ${x - 2}px; top: ${y + layout.size}px; width: ${layout.size + 4}px`)}>${words.layerTick(String(layer))} ${words.headTick(String(head))}<br />${figure ?? '–'}</span>`
      : nothing}`;
}

function ticks({ layers, heads }: ResolvedAttention, layout: HeadsLayout, words: AttentionStrings): TemplateResult {
  const range = (count: number) => Array.from({ length: count }, (_, i) => i);
  const { size } = layout;
  return html`${range(layers).map((layer) => html`<span class="tick layer" aria-hidden="true" style=${styleText(`top: ${headPlace(layout, layer * heads).y}px; height: ${size}px`)}>${words.layerTick(String(layer))}</span>`)}
    ${range(heads).map((head) => html`<span class="tick" aria-hidden="true" style=${styleText(`left: ${headPlace(layout, head).x}px; width: ${size}px`)}>${words.headTick(String(head))}</span>`)}`;
}

/** Where a key takes the keys in a grid of `count` heads; null for other keys. */
export function headStep(key: string, at: number, count: number, columns: number): number | null {
  const steps: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - columns, ArrowDown: at + columns, Home: 0, End: count - 1 };
  const target = steps[key];
  if (target === undefined) return null;
  return target < 0 || target >= count ? at : target;
}
