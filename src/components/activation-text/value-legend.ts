import { html, nothing, svg, type TemplateResult } from 'lit';
import { hexColor, rampColor, type RampName } from '../../engine';
import { resetIcon } from '../icons';
import { formatCount, formatValue } from '../number-format';
import type { Strings } from '../strings';
import type { ActivationStrings } from '../strings/activation';
import { styleText } from '../style-text';
import { BINS, type LegendValues } from './value-source';

/** What the legend may do. */
export interface LegendActions {
  /** Takes an end of the colours to a value; null gives both back to the normalisation. */
  setEnd(end: 'low' | 'high' | 'both', value: number | null): void;
}

/** Everything the legend reads. */
export interface LegendModel {
  shown: LegendValues;
  palette: RampName;
  /** Colours of −∞ and ∞; by default those of the ends. */
  infinities?: readonly [low: string, high: string];
  /** Whether the ends were set by hand. */
  byHand: boolean;
  strings: Strings;
  words: ActivationStrings;
  actions: LegendActions;
}

/** Stops of the strip's picture. */
const STOPS = 41;

/** Height of the histogram in its own units. */
const HEIGHT = 24;

/** A step of an end by keys, as a share of the strip; with Shift ten of them. */
const KEY_STEP = 0.01;

/** The colours over the whole strip, by whichever scale is in force. */
function strip({ domain: [from, to], scale }: LegendValues, palette: RampName): string {
  const stops = Array.from({ length: STOPS }, (_, i) => hexColor(rampColor(palette, scale.position(from + ((to - from) * i) / (STOPS - 1)))));
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

/** Bars by the square root of their counts: rare values are seen beside frequent ones. */
function bars(histogram: Uint32Array): string {
  const tallest = Math.sqrt(histogram.reduce((most, count) => Math.max(most, count), 1));
  let path = '';
  histogram.forEach((count, bin) => {
    if (count === 0) return;
    const height = Math.max(1, (HEIGHT * Math.sqrt(count)) / tallest);
    path += `M${bin} ${HEIGHT}v${(-height).toFixed(2)}h1V${HEIGHT}z`;
  });
  return path;
}

function handle(end: 'low' | 'high', { shown, words, strings, actions }: LegendModel): TemplateResult {
  const [from, to] = shown.domain;
  const value = shown.scale[end];
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  const clamped = (wanted: number) => Math.min(end === 'low' ? shown.scale.high : to, Math.max(end === 'high' ? shown.scale.low : from, wanted));
  const drag = (event: PointerEvent) => {
    const thumb = event.currentTarget as HTMLElement;
    if (!thumb.hasPointerCapture(event.pointerId)) return;
    const { left, width } = thumb.parentElement!.getBoundingClientRect();
    actions.setEnd(end, clamped(from + ((to - from) * (event.clientX - left)) / width));
  };
  const press = (event: PointerEvent) => {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  };
  const key = (event: KeyboardEvent) => {
    const step = (to - from) * KEY_STEP * (event.shiftKey ? 10 : 1);
    const targets: Record<string, number> = { ArrowLeft: value - step, ArrowDown: value - step, ArrowRight: value + step, ArrowUp: value + step, Home: from, End: to };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    actions.setEnd(end, clamped(target));
  };
  return html`<div class="end ${end}" role="slider" tabindex="0" style=${styleText(`left: ${100 * share}%`)} aria-label=${end === 'low' ? words.lowEnd : words.highEnd}
    title=${end === 'low' ? words.lowEnd : words.highEnd} aria-valuemin=${from} aria-valuemax=${to} aria-valuenow=${value} aria-valuetext=${formatValue(value, strings)}
    @pointerdown=${press} @pointermove=${drag} @keydown=${key}></div>`;
}

/** What the colours mean: the histogram of the values, the colours under it with ends to drag, and what is no number. */
export function valueLegend(model: LegendModel): TemplateResult {
  const { shown, palette, words, strings, byHand, actions } = model;
  const { summary, scale, histogram, domain } = shown;
  const [lowest, highest] = model.infinities ?? [hexColor(rampColor(palette, 0)), hexColor(rampColor(palette, 1))];
  const count = (value: number) => formatCount(value, strings);
  return html`<div class="legend" part="legend" role="group" aria-label=${words.legend}>
    ${summary.finite === 0 ? nothing : scale.constant
      ? html`<span class="constant"><span class="swatch" style=${styleText(`background: ${hexColor(rampColor(palette, 0.5))}`)}></span>${words.constant(formatValue(scale.low, strings))}</span>`
      : html`<span class="figure">${formatValue(scale.low, strings)}</span>
        <div class="chart">
          <svg viewBox="0 0 ${BINS} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${svg`<path d=${bars(histogram)} />`}</svg>
          <div class="strip" style=${styleText(`background: ${strip(shown, palette)}`)}></div>
          ${domain[1] > domain[0] ? html`${handle('low', model)}${handle('high', model)}` : nothing}
        </div>
        <span class="figure">${formatValue(scale.high, strings)}</span>`}
    ${byHand ? html`<button class="button" type="button" aria-label=${words.resetEnds} title=${words.resetEnds} @click=${() => actions.setEnd('both', null)}>${resetIcon}</button>` : nothing}
    ${summary.nan > 0 ? html`<span class="kind"><span class="swatch nan"></span>${words.nan(count(summary.nan))}</span>` : nothing}
    ${summary.negativeInfinity > 0 ? html`<span class="kind"><span class="swatch inf" style=${styleText(`background: ${lowest}`)}></span>${words.negativeInfinity(count(summary.negativeInfinity))}</span>` : nothing}
    ${summary.positiveInfinity > 0 ? html`<span class="kind"><span class="swatch inf" style=${styleText(`background: ${highest}`)}></span>${words.positiveInfinity(count(summary.positiveInfinity))}</span>` : nothing}
  </div>`;
}
