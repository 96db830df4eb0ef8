import { hexColor, isDiverging, parseColor, RAMP_NAMES, rampColor, type RampName, textColorOn } from '../color';
import { FvError } from '../errors';
import { createRandom } from '../random';
import type { ActivationMatrix } from './activation-data';
import { groupValues } from './group-values';
import { escapeHtml, textToHtml } from './highlight-html';
import { linearScale, symmetricScale, type ValueScale } from './normalization';
import { resolveActivations } from './resolve-activations';
import { groupSegments } from './segment-groups';
import { finishNow } from '../stepwise';
import { toActivationMatrix, type NestedNumbers } from './to-matrix';
import { summarizeValues, type ValueSummary } from './value-summary';

/** How a `Highlighter` colours. */
export interface HighlighterOptions {
  /** A ramp by name, or its colours from low to high as `#rgb` or `#rrggbb`. Default `flair`: Flair's rainbow in 25 steps, with ends that differ. */
  colorMap?: RampName | readonly string[];
}

/** Which units `highlightSelection` shows: these, or `n` drawn at random without repetition. */
export interface HighlightSelectionOptions {
  units?: readonly number[];
  /** Default 10, at most all. */
  n?: number;
  /** The same seed draws the same units. Default 0. */
  seed?: number;
}

/** Steps of Flair's colour map. */
const CLASSIC_STEPS = 25;
/** Steps of the other ramps: finer ones are not told apart, and equal neighbours share an element. */
const STEPS = 64;

const FIGURE = 'margin:0 0 24px;padding:12px 16px;color:#1b1c1e;background:#fff;font:14px/1.8 system-ui,sans-serif;font-variant-numeric:tabular-nums';
const TEXT = 'white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;text-align:start';
const CAPTION = 'display:flex;flex-wrap:wrap;align-items:center;gap:4px 8px;margin-top:8px;font-size:11px';
const NOT_A_NUMBER = 'background:repeating-linear-gradient(45deg,#bbb 0 1px,#fff 1px 4px);color:#000';

/**
 * Flair's `Highlighter`: colours the characters of a text by the activation of one unit, as HTML. Needs no document, so it
 * runs in Node, too.
 *
 * Unlike Flair's: the ends of the scale have different colours, the text is escaped, a legend says what the colours mean,
 * a constant unit, NaN and ±Inf are shown as such, and lengths that differ are an error.
 */
export class Highlighter {
  readonly #colors: readonly string[];
  readonly #diverging: boolean;

  /** @throws FvError `invalid-option` for a ramp or a colour that is not known. */
  constructor({ colorMap = 'flair' }: HighlighterOptions = {}) {
    this.#colors = typeof colorMap === 'string' ? rampColors(colorMap) : ownColors(colorMap);
    this.#diverging = colorMap === 'blue-red';
  }

  /**
   * The text with a background of its own for every character.
   *
   * @param activations One value per character of `text`: per code point as in Python, or per UTF-16 unit, or per grapheme.
   * @returns a `<figure>` with inline styles alone, ready to be put into a page or written to a file.
   * @throws FvError `invalid-data` where the text is empty or the lengths differ.
   */
  highlight(activations: ArrayLike<number>, text: string): string {
    return META + this.#figure(toActivationMatrix(activations), text, '');
  }

  /**
   * One figure per unit.
   *
   * @param activations [characters][units], nested or as a matrix.
   * @returns the figures one below the other, in the order of the units.
   * @throws FvError as {@link highlight}; `invalid-option` for a unit there is not.
   */
  highlightSelection(activations: ActivationMatrix | NestedNumbers, text: string, { units, n = 10, seed = 0 }: HighlightSelectionOptions = {}): string {
    const matrix = 'activations' in activations ? activations : toActivationMatrix(activations);
    const [rows, columns] = matrix.shape;
    const chosen = units ? [...new Set(units)] : drawUnits(columns, n, seed);
    const wrong = chosen.find((unit) => !Number.isInteger(unit) || unit < 0 || unit >= columns);
    if (wrong !== undefined) throw new FvError({ code: 'invalid-option', expected: `units from 0 to ${columns - 1}`, received: String(wrong), fix: 'a unit is a column of the activations' });
    return META + chosen.map((unit) => {
      const own = Float32Array.from({ length: rows }, (_, row) => matrix.activations[row * columns + unit]);
      return this.#figure(toActivationMatrix(own), text, matrix.units?.[unit] ?? String(unit));
    }).join('\n');
  }

  #figure({ activations, shape }: ActivationMatrix, text: string, unit: string): string {
    const [sample] = finishNow(resolveActivations({ text, activations, shape, segmentation: 'char' }));
    const groups = finishNow(groupSegments(sample, 'char'));
    const values = finishNow(groupValues(sample.layers[0], groups, { units: [0], reduce: 'mean', aggregate: 'mean' }));
    const summary = finishNow(summarizeValues([values]));
    const scale = (this.#diverging ? symmetricScale : linearScale)(summary.min, summary.max);
    let spans = '';
    let style = this.#style(values[0], scale);
    let from = 0;
    for (let g = 1; g <= values.length; g++) {
      const next = g < values.length ? this.#style(values[g], scale) : '';
      if (next === style) continue;
      spans += `<span style="${style}">${textToHtml(text.slice(groups.starts[from], groups.ends[g - 1]))}</span>`;
      from = g;
      style = next;
    }
    return `<figure class="fv-highlight" style="${FIGURE}"><div dir="auto" style="${TEXT}">${spans}</div>${this.#caption(summary, scale, unit)}</figure>`;
  }

  #style(value: number, scale: ValueScale): string {
    const at = scale.position(value);
    if (Number.isNaN(at)) return NOT_A_NUMBER;
    const color = this.#colors[Math.round(at * (this.#colors.length - 1))];
    const infinite = Number.isFinite(value) ? '' : ';text-decoration:underline double';
    return `background:${color};color:${hexColor(textColorOn(parseColor(color)))}${infinite}`;
  }

  #caption({ finite, min, nan, positiveInfinity, negativeInfinity }: ValueSummary, scale: ValueScale, unit: string): string {
    const parts = unit === '' ? [] : [`<strong>${escapeHtml(unit)}</strong>`];
    if (finite > 0 && scale.constant) parts.push(`<span style="${this.#style(min, scale)};padding:0 6px">constant ${figure(min)}</span>`);
    else if (finite > 0) {
      const blocks = this.#colors.map((color) => `<span style="background:${color};flex:1"></span>`).join('');
      parts.push(`<span>${figure(scale.low)}</span><span style="display:flex;width:160px;height:10px">${blocks}</span><span>${figure(scale.high)}</span>`);
    }
    if (nan > 0) parts.push(`<span style="${NOT_A_NUMBER};padding:0 6px">NaN × ${nan}</span>`);
    if (negativeInfinity > 0) parts.push(`<span style="${this.#style(-Infinity, scale)};padding:0 6px">−∞ × ${negativeInfinity}</span>`);
    if (positiveInfinity > 0) parts.push(`<span style="${this.#style(Infinity, scale)};padding:0 6px">∞ × ${positiveInfinity}</span>`);
    return `<figcaption style="${CAPTION}">${parts.join('')}</figcaption>`;
  }
}

/** A file without a server's word on its encoding is read right. */
const META = '<meta charset="utf-8">';

function rampColors(name: RampName): string[] {
  if (!RAMP_NAMES.includes(name)) throw new FvError({ code: 'invalid-option', expected: `colorMap to be one of ${RAMP_NAMES.join(', ')}, or a list of colours`, received: JSON.stringify(name), fix: 'name a ramp' });
  const steps = name === 'flair' ? CLASSIC_STEPS : STEPS + (isDiverging(name) ? 1 : 0);
  return Array.from({ length: steps }, (_, i) => hexColor(rampColor(name, i / (steps - 1))));
}

function ownColors(colors: readonly string[]): string[] {
  const wrong = colors.find((color) => !/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(color));
  if (wrong !== undefined || colors.length < 2) {
    throw new FvError({ code: 'invalid-option', expected: 'two or more colours as #rgb or #rrggbb', received: wrong === undefined ? String(colors.length) : JSON.stringify(wrong), fix: 'list the colours from low to high' });
  }
  return colors.map((color) => hexColor(parseColor(color)));
}

/** `n` different units in random order (the first steps of a Fisher–Yates shuffle). */
function drawUnits(units: number, n: number, seed: number): number[] {
  const random = createRandom(seed);
  const all = Array.from({ length: units }, (_, unit) => unit);
  const count = Math.min(units, Math.max(0, Math.floor(n)));
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (units - i));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all.slice(0, count);
}

function figure(value: number): string {
  return String(Number(value.toPrecision(4)));
}
