import { html, nothing, type TemplateResult } from 'lit';
import { closeIcon, fitIcon, minusIcon, plusIcon } from '../icons';
import { saveButtons, type SaveTargets } from '../plot/save-buttons';
import { formatCount } from '../number-format';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import type { PlotStrings } from '../strings/plot';
import type { WeightStrings } from '../strings/weights';
import { settingsIcon } from '../training-curves/curve-icons';
import type { WeightSettingName, WeightTracesProperties } from './weight-traces-properties';

export interface TraceBarModel {
  settings: WeightTracesProperties;
  /** Tensors of each choice of findings. */
  counts: Record<WeightTracesProperties['only'], number>;
  open: boolean;
  zoomed: boolean;
  set: (name: WeightSettingName, value: unknown) => void;
  toggle: () => void;
  zoom: (factor: number) => void;
  reset: () => void;
  save: SaveTargets;
  strings: Strings;
  words: WeightStrings;
  curveWords: CurveStrings;
  plotWords: PlotStrings;
}

const ZOOM = 1.5;

/** Search, findings, what is drawn and zoom in sight; the rest behind a button. */
export function traceBar(model: TraceBarModel): TemplateResult {
  const { settings, counts, open, zoomed, set, toggle, zoom, reset, strings, words, curveWords } = model;
  const button = (name: string, content: unknown, click: () => void, disabled = false) =>
    html`<button class="button" type="button" aria-label=${name} title=${name} ?disabled=${disabled} @click=${click}>${content}</button>`;
  return html`<div class="bar" part="bar" role="group" aria-label=${curveWords.controls}>
    <span class="find">
      <input class="field" type="search" aria-label=${words.search} placeholder=${words.search} .value=${settings.query} @input=${(event: Event) => set('query', (event.target as HTMLInputElement).value)}>
      ${settings.query === '' ? nothing : button(curveWords.dismiss, closeIcon, () => set('query', ''))}
    </span>
    ${select(words.only, settings.only, Object.entries(words.onlys).filter(([name]) => counts[name as keyof typeof counts] > 0 || name === settings.only || name === '')
      .map(([name, label]) => [name, label(formatCount(counts[name as keyof typeof counts], strings))]), (value) => set('only', value))}
    ${select(words.show, settings.show, Object.entries(words.shows), (value) => set('show', value))}
    <span class="space"></span>
    <span class="row">
      ${button(curveWords.zoomIn, plusIcon, () => zoom(ZOOM))}${button(curveWords.zoomOut, minusIcon, () => zoom(1 / ZOOM), !zoomed)}${button(curveWords.reset, fitIcon, reset, !zoomed)}
      <button class="button" type="button" aria-label=${curveWords.settings} title=${curveWords.settings} aria-expanded=${open ? 'true' : 'false'} @click=${toggle}>${settingsIcon}</button>
    </span>
    ${open ? settingsPanel(model) : nothing}
  </div>`;
}

function select(name: string, value: string, choices: readonly (readonly [value: string, label: string])[], change: (value: string) => void): TemplateResult {
  return html`<select class="field" aria-label=${name} title=${name} .value=${value} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
    ${choices.map(([each, label]) => html`<option value=${each} ?selected=${each === value}>${label}</option>`)}
  </select>`;
}

function settingsPanel({ settings, set, save, words, curveWords, plotWords }: TraceBarModel): TemplateResult {
  return html`<div class="settings" part="settings">
    <label class="setting"><span>${words.order}</span>${select(words.order, settings.order, Object.entries(words.orders), (value) => set('order', value))}</label>
    <label class="setting"><span>${words.grouping}</span>${select(words.grouping, settings.groupBy, Object.entries(words.groupings), (value) => set('groupBy', value))}</label>
    <label class="check"><input type="checkbox" .checked=${settings.yScale === 'log'} @change=${(event: Event) => set('yScale', (event.target as HTMLInputElement).checked ? 'log' : 'linear')}>${curveWords.logY}</label>
    ${saveButtons(save, plotWords)}
  </div>`;
}
