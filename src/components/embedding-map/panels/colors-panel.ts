import { html, nothing, type TemplateResult } from 'lit';
import { COLOR_SCALE_NAMES, hasNumbers, RAMP_NAMES, rampGradient, type ColorScaleName, type RampName } from '../../../engine';
import { colorStringsFor, type ColorStrings } from '../../strings/colors';
import { styleText } from '../../style-text';
import type { ColorProperties } from '../change-colors';
import type { MapContext } from '../map-context';
import type { MapPanel } from '../map-tools';
import { panelStyles } from './panel.styles';

/** Lens that a measured layout brings. */
const PRESERVATION = 'preservation';

const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** Chooses what colours and sizes tell, and how. */
export class ColorsPanel implements MapPanel {
  readonly #context: MapContext;
  readonly #change: (changes: Partial<ColorProperties>) => void;

  constructor(context: MapContext, change: (changes: Partial<ColorProperties>) => void) {
    this.#context = context;
    this.#change = change;
    context.adoptStyles(panelStyles);
  }

  template(): TemplateResult {
    const words = colorStringsFor(this.#context.locale);
    const { host, scale } = this.#context;
    const columns = Object.keys(this.#context.content.data?.columns ?? {});
    const lenses = [PRESERVATION, ...this.#context.lenses.keys()].filter((name) => !columns.includes(name) && this.#context.columnOf(name) !== null);
    if (columns.length + lenses.length === 0) return html`<p class="drawer-note">${words.noColumns}</p>`;
    const column = this.#context.columnOf(host.colorBy);
    return html`
      <label class="setting"><span>${words.colorBy}</span>${this.#columnSelect(host.colorBy, words.oneColor, columns, lenses, words, (colorBy) => this.#change({ colorBy }))}</label>
      ${column ? this.#scaleSelect(hasNumbers(column), words) : nothing}
      ${scale?.kind === 'continuous' ? this.#palettes(scale.ramp, words) : nothing}
      <label class="setting"><span>${words.sizeBy}</span>${this.#columnSelect(host.sizeBy, words.oneSize, columns.filter((name) => this.#isNumeric(name)), lenses.filter((name) => this.#isNumeric(name)), words, (sizeBy) => this.#change({ sizeBy }))}</label>
    `;
  }

  #isNumeric(name: string): boolean {
    const column = this.#context.columnOf(name);
    return column !== null && hasNumbers(column);
  }

  #columnSelect(chosen: string, none: string, columns: readonly string[], lenses: readonly string[], words: ColorStrings, choose: (name: string) => void): TemplateResult {
    const option = (name: string, title: string) => html`<option value=${name} ?selected=${name === chosen}>${title}</option>`;
    return html`<select class="field" .value=${chosen} @change=${(event: Event) => choose(valueOf(event))}>
      ${option('', none)}
      ${columns.length > 0 ? html`<optgroup label=${words.columns}>${columns.map((name) => option(name, name))}</optgroup>` : nothing}
      ${lenses.length > 0 ? html`<optgroup label=${words.lenses}>${lenses.map((name) => option(name, words.lensNames[name] ?? name))}</optgroup>` : nothing}
    </select>`;
  }

  #scaleSelect(numbers: boolean, words: ColorStrings): TemplateResult {
    const { colorScale } = this.#context.host;
    return html`<label class="setting"><span>${words.scale}</span><select class="field" .value=${colorScale} ?disabled=${!numbers}
      @change=${(event: Event) => this.#change({ colorScale: valueOf(event) as ColorScaleName, colorDomain: null })}>
      ${COLOR_SCALE_NAMES.map((name) => html`<option value=${name} ?selected=${name === colorScale}>${words.scales[name]}</option>`)}
    </select></label>`;
  }

  #palettes(inForce: RampName, words: ColorStrings): TemplateResult {
    const { colorPalette, colorReversed } = this.#context.host;
    const choice = (name: RampName | '', title: string, gradient: string) => html`<label class="palette">
      <input type="radio" name="palette" value=${name} .checked=${name === colorPalette} @change=${() => this.#change({ colorPalette: name })}>
      <span class="gradient" style=${styleText(`background: ${gradient}`)}></span><span>${title}</span></label>`;
    const direction = colorReversed ? 'to left' : 'to right';
    return html`<fieldset class="palettes"><legend>${words.palette}</legend>
      ${choice('', words.autoPalette, rampGradient(colorPalette === '' ? inForce : 'viridis', direction))}
      ${RAMP_NAMES.map((name) => choice(name, words.palettes[name], rampGradient(name, direction)))}
      <label class="check"><input type="checkbox" .checked=${colorReversed} @change=${(event: Event) => this.#change({ colorReversed: (event.target as HTMLInputElement).checked })}>${words.reversed}</label>
    </fieldset>`;
  }
}
