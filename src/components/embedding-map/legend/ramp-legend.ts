import { html, type TemplateResult } from 'lit';
import { FIRST_INDEX, paletteCss, scaleHistogram, type ContinuousScale, type Palette } from '../../../engine';
import { formatShort, formatValue } from '../../number-format';
import type { Strings } from '../../strings';
import type { ColorStrings } from '../../strings/colors';
import { styleText } from '../../style-text';
import { histogramBars } from './histogram-bars';
import { axisRange, placeOf, valueAt, withEnd, type RampEnd } from './ramp-range';

const BINS = 48;

/** Colours the gradient is drawn with. */
const STOPS = 49;

const TICKS = 4;

/** Room that a tick's text takes, in shares of the legend's width a character. */
const CHARACTER_SHARE = 0.032;

/** How far an arrow key moves an end, and one with Shift, in shares of the axis. */
const NUDGE = 0.01;
const LEAP = 0.1;

/** What the ends of a ramp can be told. */
export interface RampActions {
  /** An end is dragged: the axis stands still from the first call to {@link settle}. */
  drag(domain: readonly [number, number]): void;
  settle(): void;
  /** Puts the ends elsewhere; null: at all values. */
  place(domain: readonly [number, number] | null): void;
  clip(): void;
}

export interface RampModel {
  scale: ContinuousScale;
  /** The points' colours. */
  palette: Palette;
  /** Values at the ends of the axis while an end is dragged; null: as the scale has it. */
  range: readonly [number, number] | null;
  /** Whether the ends are not where all values are. */
  clipped: boolean;
  strings: Strings;
  words: ColorStrings;
  actions: RampActions;
}

/** The points' colours along the axis: beyond the ramp's ends they go on. */
function colorsAlong({ scale, palette }: RampModel, range: readonly [number, number], count: number): string[] {
  const from = placeOf(scale, range, scale.domain[0]);
  const width = placeOf(scale, range, scale.domain[1]) - from;
  return Array.from({ length: count }, (_, i) => {
    const share = width > 0 ? Math.min(1, Math.max(0, (i / (count - 1) - from) / width)) : 0;
    return paletteCss(palette, FIRST_INDEX + Math.round((255 - FIRST_INDEX) * share));
  });
}

function bars(model: RampModel, range: readonly [number, number]): TemplateResult {
  const colors = colorsAlong(model, range, BINS);
  return histogramBars(scaleHistogram(model.scale, range, BINS), (bin) => colors[bin]);
}

/** Ticks whose texts leave each other room. */
function ticks(scale: ContinuousScale, range: readonly [number, number], strings: Strings): TemplateResult {
  let free = -Infinity;
  const shown = scale.transform.ticks(range[0], range[1], TICKS).flatMap((value) => {
    const text = formatShort(value, strings);
    const half = (CHARACTER_SHARE * text.length) / 2;
    const place = Math.min(1 - half, Math.max(half, placeOf(scale, range, value)));
    if (place - half < free) return [];
    free = place + half + CHARACTER_SHARE;
    return [html`<span style=${styleText(`left: ${100 * place}%`)}>${text}</span>`];
  });
  return html`<div class="ticks" aria-hidden="true">${shown}</div>`;
}

function handle(end: RampEnd, { scale, words, strings, actions }: RampModel, range: readonly [number, number]): TemplateResult {
  const value = scale.domain[end === 'low' ? 0 : 1];
  const place = placeOf(scale, range, value);
  const move = (to: number, drags: boolean) => {
    const domain = withEnd(scale, end, valueAt(scale, range, to));
    if (domain && drags) actions.drag(domain);
    else if (domain) actions.place(domain);
  };
  return html`<div class="handle" role="slider" tabindex="0" data-end=${end} aria-label=${end === 'low' ? words.low : words.high}
    aria-valuemin=${range[0]} aria-valuemax=${range[1]} aria-valuenow=${value} aria-valuetext=${formatValue(value, strings)} style=${styleText(`left: ${100 * place}%`)}
    @pointerdown=${(event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      const element = event.currentTarget as HTMLElement;
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
    }}
    @pointermove=${(event: PointerEvent) => {
      const element = event.currentTarget as HTMLElement;
      if (!element.hasPointerCapture(event.pointerId)) return;
      const { left, width } = element.parentElement!.getBoundingClientRect();
      move((event.clientX - left) / width, true);
    }}
    @lostpointercapture=${() => actions.settle()}
    @keydown=${(event: KeyboardEvent) => {
      const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (!direction) return;
      event.preventDefault();
      move(place + direction * (event.shiftKey ? LEAP : NUDGE), false);
    }}></div>`;
}

function field(end: RampEnd, { scale, words, actions }: RampModel): TemplateResult {
  const shown = Number(scale.domain[end === 'low' ? 0 : 1].toPrecision(4));
  return html`<input class="field end" type="number" step="any" data-end=${end} aria-label=${end === 'low' ? words.low : words.high} .value=${String(shown)}
    @change=${(event: Event) => {
      const input = event.target as HTMLInputElement;
      const domain = withEnd(scale, end, input.valueAsNumber);
      if (domain) actions.place(domain);
      else input.value = String(shown);
    }}>`;
}

/** A histogram of the values over the ramp they take, its ticks, and the ramp's ends to drag or type. */
export function rampLegend(model: RampModel): TemplateResult {
  const { scale, words, actions } = model;
  const range = model.range ?? axisRange(scale);
  return html`
    <div class="axis">
      ${bars(model, range)}
      <div class="ramp" style=${styleText(`background: linear-gradient(to right, ${colorsAlong(model, range, STOPS).join(', ')})`)}></div>
      ${handle('low', model, range)}${handle('high', model, range)}
    </div>
    ${ticks(scale, range, model.strings)}
    <div class="ends">
      ${field('low', model)}
      ${model.clipped
        ? html`<button class="button small" type="button" @click=${() => actions.place(null)}>${words.allValues}</button>`
        : html`<button class="button small" type="button" title=${words.clipHint} @click=${() => actions.clip()}>${words.clip}</button>`}
      ${field('high', model)}
    </div>`;
}
