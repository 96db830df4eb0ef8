import { html, nothing, type TemplateResult } from 'lit';
import type { CurvePanels } from '../../engine';
import { fitIcon, minusIcon, plusIcon } from '../icons';
import { formatFixed } from '../number-format';
import { saveButtons, type SaveTargets } from '../plot/save-buttons';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import type { PlotStrings } from '../strings/plot';
import { compareIcon, settingsIcon } from './curve-icons';
import { metricLabel } from './line-names';
import type { SettingName, TrainingCurvesProperties } from './training-curves-properties';

export interface ControlModel {
  shown: CurvePanels;
  settings: TrainingCurvesProperties;
  /** Whether there is more than one run. */
  several: boolean;
  open: boolean;
  /** Whether the table of runs is shown. */
  comparing: boolean;
  /** Whether a part is in sight that is not all. */
  zoomed: boolean;
  set: (name: SettingName, value: unknown) => void;
  toggle: () => void;
  compare: () => void;
  zoom: (factor: number) => void;
  reset: () => void;
  save: SaveTargets;
  strings: Strings;
  words: CurveStrings;
  plotWords: PlotStrings;
}

const MOST_SMOOTHING = 0.99;
const ZOOM = 1.5;

/** What lies along x, smoothing and zoom in sight; the rest behind a button. */
export function controlBar(model: ControlModel): TemplateResult {
  const { shown, settings, several, open, comparing, zoomed, set, toggle, compare, zoom, reset, strings, words } = model;
  const button = (name: string, content: unknown, click: () => void, disabled = false) =>
    html`<button class="button" type="button" aria-label=${name} title=${name} ?disabled=${disabled} @click=${click}>${content}</button>`;
  return html`<div class="bar" part="bar" role="group" aria-label=${words.controls}>
    <select class="field" aria-label=${words.x} title=${words.x} @change=${(event: Event) => set('x', (event.target as HTMLSelectElement).value)}>
      ${shown.knownX.map((kind) => html`<option value=${kind} ?selected=${kind === shown.x}>${words.xs[kind]}</option>`)}
    </select>
    <label class="smoothing"><span>${words.smoothing}</span>
      <input type="range" min="0" max=${MOST_SMOOTHING} step="0.01" .value=${String(settings.smoothing)} @input=${(event: Event) => set('smoothing', Number((event.target as HTMLInputElement).value))}>
      <output>${formatFixed(settings.smoothing, 2, strings)}</output></label>
    <span class="space"></span>
    <span class="row">
      ${several ? html`<button class="button" type="button" aria-label=${words.compare} title=${words.compare} aria-expanded=${comparing ? 'true' : 'false'} @click=${compare}>${compareIcon}</button>` : nothing}
      ${button(words.zoomIn, plusIcon, () => zoom(ZOOM))}${button(words.zoomOut, minusIcon, () => zoom(1 / ZOOM), !zoomed)}${button(words.reset, fitIcon, reset, !zoomed)}
      <button class="button" type="button" aria-label=${words.settings} title=${words.settings} aria-expanded=${open ? 'true' : 'false'} @click=${toggle}>${settingsIcon}</button>
    </span>
    ${open ? settingsPanel(model) : nothing}
  </div>`;
}

function settingsPanel({ shown, settings, several, set, save, words, plotWords }: ControlModel): TemplateResult {
  const check = (name: string, checked: boolean, change: (checked: boolean) => void) =>
    html`<label class="check"><input type="checkbox" .checked=${checked} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}>${name}</label>`;
  const panels = shown.panels.map(({ metric }) => metric);
  return html`<div class="settings" part="settings">
    ${check(words.logX, settings.xScale === 'log', (on) => set('xScale', on ? 'log' : 'linear'))}
    ${check(words.logY, settings.yScale === 'log', (on) => set('yScale', on ? 'log' : 'linear'))}
    ${several ? check(words.median, settings.aggregate === 'median', (on) => set('aggregate', on ? 'median' : 'none')) : nothing}
    ${check(words.doctor, settings.doctor !== null, (on) => set('doctor', on ? {} : null))}
    <fieldset><legend>${words.metrics}</legend>
      ${shown.metrics.map((metric) => check(metricLabel(metric, words), panels.includes(metric), (on) => {
        const kept = shown.metrics.filter((each) => (each === metric ? on : panels.includes(each)));
        if (kept.length > 0) set('metrics', kept);
      }))}
    </fieldset>
    ${saveButtons(save, plotWords)}
  </div>`;
}
